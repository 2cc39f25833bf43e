/**
 * One line in the form that Prisma's CLI reads from the native engine's standard error.
 * @param {'INFO' | 'ERROR'} level
 * @param {Record<string, unknown>} fields
 */
export function logLine(level, fields) {
  const target = level === 'ERROR' ? 'schema_engine::logger' : 'schema_engine';
  process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target })}\n`);
}
