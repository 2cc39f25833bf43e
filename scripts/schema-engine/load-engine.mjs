import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { logLine } from './engine-log.mjs';

/** The WebAssembly engine's class, ready for use. */
export async function loadEngineClass() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => logLine('ERROR', { is_panic: true, message }),
  };
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(readFileSync(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}
