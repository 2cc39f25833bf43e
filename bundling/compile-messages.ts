import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

type Words = { readonly [key: string]: string | Words };
type Compiled = { readonly [key: string]: ReturnType<typeof compile> | Compiled };

/** One file a screen; en.ts only gathers them. */
const MESSAGES = /\/app\/ui\/messages\/(?!en\.ts)[\w-]+\.ts$/;

/** In: messages as they are written. Out: the same tree, parsed. Throws for what is neither an ICU message nor a tree. */
export function compileMessages(words: Words): Compiled {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileMessages(treeOf(key, value)),
    ]),
  );
}

function treeOf(key: string, value: unknown): Words {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Words;
  throw new Error(`the message ${key} is a ${typeof value}; write a text, or an object of texts`);
}

/** Parses the messages when the app is built, so that no browser loads a parser of ICU messages for them. */
export const compiledMessages: Plugin = {
  name: 'compiled-messages',
  config: () => ({
    // What use-intl formats with: this one takes parsed messages only, so the server's page needs it as well.
    resolve: {
      alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }],
    },
    ssr: { noExternal: ['use-intl'] },
  }),
  async transform(code, id) {
    if (!MESSAGES.test(id)) return null;
    // The types are gone by now; what is left are constants that import nothing.
    const words = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Readonly<
      Record<string, Words>
    >;
    const lines = Object.entries(words).map(
      ([name, tree]) => `export const ${name} = ${JSON.stringify(compileMessages(tree))};`,
    );
    return { code: lines.join('\n'), map: null };
  },
};
