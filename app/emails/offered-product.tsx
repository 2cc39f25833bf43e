import { Text } from '@react-email/components';
import type { MessageContent } from '#core/message/message';
import { Note } from './note';
import { INK, STRONG } from './text-styles';

/** The one offer of an e-mail: title, price, and what others made of it. */
export function OfferedProduct({ content }: { content: MessageContent }) {
  const { offered } = content;
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
    </>
  );
}
