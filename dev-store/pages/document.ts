import { html, type Html } from './html';

export type PageParts = {
  readonly title: string;
  readonly stylesheet: 'admin-shell.css' | 'shop-window.css';
  readonly script: 'admin-shell.js' | null;
  readonly body: Html;
};

/** A whole page as text. */
export function htmlDocument({ title, stylesheet, script, body }: PageParts): string {
  const page = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/${stylesheet}" />
        ${script === null ? '' : html`<script src="/assets/${script}" type="module"></script>`}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return page.text;
}
