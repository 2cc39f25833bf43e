import { Hr } from '@react-email/hr';
import { Link } from '@react-email/link';
import { Text } from '@react-email/text';
import type { MessageContent } from '#core/message/message';
import { QUIET } from './text-styles';

/** Why this person gets it, who sends it from where, and how to stop it. */
export function Footer({ content }: { content: MessageContent }) {
  return (
    <>
      <Hr className="rule" style={{ margin: '24px 0 16px' }} />
      <Text className="quiet" style={QUIET}>
        {content.footerReason}
      </Text>
      <Text className="quiet" style={QUIET}>
        <Link
          className="quiet"
          href={content.unsubscribeUrl}
          style={{ color: QUIET.color, textDecorationLine: 'underline' }}
        >
          Unsubscribe
        </Link>
      </Text>
      <Text className="quiet" style={QUIET}>
        {content.shopName}
        <br />
        {content.postalAddress}
      </Text>
    </>
  );
}
