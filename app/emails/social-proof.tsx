import type { MessageContent } from '#core/message/message';
import { Note } from './note';

/** What others made of the offered product: its rating, or how many bought both. */
export function SocialProof({ content: { offered, socialProof } }: { content: MessageContent }) {
  return (
    <>
      {offered.rating === null ? null : (
        <Note text={`Rated ${offered.rating.value} out of 5 in ${offered.rating.count} reviews`} />
      )}
      <Note text={socialProof} />
    </>
  );
}
