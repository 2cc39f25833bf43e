import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { compiledMessages } from './bundling/compile-messages';
import { firstLoadChunk } from './bundling/first-load-chunk';
import { polarisStyles } from './bundling/polaris-styles';
import { withoutUnusedPolaris } from './bundling/unused-polaris';
import remixConfig from './remix.config.js';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    remix(remixConfig),
    compiledMessages,
    polarisStyles(),
    withoutUnusedPolaris(),
    !isSsrBuild && firstLoadChunk(),
  ],
  build: {
    assetsInlineLimit: 0, // data URLs would need an exception in a content security policy
    minify: isSsrBuild ? false : 'terser', // 3 % less than what esbuild leaves
  },
}));
