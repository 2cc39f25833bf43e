import { Button, Text } from '@react-email/components';
import type { MessageContent } from '#core/message/message';
import { accentPalette, LIGHT_PAGE } from './accent-palette';
import { Note } from './note';
import { INK, STRONG } from './text-styles';

/** The one offer of an e-mail: title, price, what others made of it, and the one button. */
export function OfferedProduct({ content }: { content: MessageContent }) {
  const { offered } = content;
  const palette = accentPalette(content.accentColour, LIGHT_PAGE);
  return (
    <>
      <Text className="ink" style={STRONG}>
        {offered.title}
      </Text>
      <Text className="ink" style={INK}>
        {offered.price}
      </Text>
      {offered.rating === null ? null : (
        <Note text={`Rated ${offered.rating.value} out of 5 in ${offered.rating.count} reviews`} />
      )}
      <Note text={content.socialProof} />
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
    </>
  );
}
