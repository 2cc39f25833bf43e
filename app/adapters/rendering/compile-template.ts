import { render, toPlainText } from '@react-email/render';
import { createElement } from 'react';
import type { MessageContent } from '#core/message/message';
import { EmailDocument } from '#emails/email-document';
import { withMarkers } from './message-slots';
import { cutTemplate, markerOf } from './template';
import type { Template } from './template';

/** Both parts of an e-mail with holes for what differs between recipients. */
export type CompiledMessage = { readonly html: Template; readonly text: Template };

/** Renders a message by React. In: content whose addresses were guarded. Out: both parts. */
export async function renderByReact(
  content: MessageContent,
): Promise<{ readonly html: string; readonly text: string }> {
  const html = await render(createElement(EmailDocument, { content }));
  const text = toPlainText(html, { selectors: [{ selector: 'h1', options: { uppercase: false } }] });
  return { html, text };
}

/** Compiles the template that a message needs. In: any message with those blocks. Out: the template for all of them. */
export async function compileTemplate(content: MessageContent): Promise<CompiledMessage> {
  const { html, text } = await renderByReact(withMarkers(content, markerOf));
  return { html: cutTemplate(html), text: cutTemplate(text) };
}
