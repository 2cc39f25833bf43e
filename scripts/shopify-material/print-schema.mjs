import { buildClientSchema, parse, print, printSchema, visit } from 'graphql';

/**
 * The schema of an introspection result as SDL without descriptions, which are nine tenths of its size.
 * @param {import('graphql').IntrospectionQuery} introspection
 */
export function printPlainSchema(introspection) {
  const full = printSchema(buildClientSchema(introspection));
  const withoutDescription = (node) => ({ ...node, description: undefined });
  const plain = visit(parse(full), {
    enter: (node) => ('description' in node && node.description ? withoutDescription(node) : undefined),
  });
  return `${print(plain)}\n`;
}
