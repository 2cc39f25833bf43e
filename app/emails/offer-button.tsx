import { Button } from '@react-email/button';
import type { MessageContent } from '#core/message/message';
import { accentPalette, LIGHT_PAGE } from './accent-palette';
import { INK } from './text-styles';

/** The one button of an e-mail. */
export function OfferButton({ content }: { content: MessageContent }) {
  const palette = accentPalette(content.accentColour, LIGHT_PAGE);
  return (
    <Button
      className="button"
      href={content.offerUrl}
      style={{
        ...INK,
        margin: '8px 0 16px',
        padding: '14px 22px',
        borderRadius: '8px',
        backgroundColor: palette.button,
        color: palette.label,
      }}
    >
      {content.buttonLabel}
    </Button>
  );
}
