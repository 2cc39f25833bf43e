import { Link } from '@react-email/link';
import { Text } from '@react-email/text';
import type { MessageContent } from '#core/message/message';
import { INK, STRONG } from './text-styles';

/** The one offer of an e-mail: title and price. Without a button the title is what leads to it. */
export function OfferedProduct({ content }: { content: MessageContent }) {
  const { offered, blocks, offerUrl } = content;
  return (
    <>
      <Text className="ink" style={STRONG}>
        {blocks.includes('button') ? (
          offered.title
        ) : (
          <Link className="ink" href={offerUrl} style={{ color: INK.color, textDecorationLine: 'underline' }}>
            {offered.title}
          </Link>
        )}
      </Text>
      <Text className="ink" style={INK}>
        {offered.price}
      </Text>
    </>
  );
}
