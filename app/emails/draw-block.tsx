import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Text } from '@react-email/text';
import type { ReactNode } from 'react';
import type { MessageContent } from '#core/message/message';
import type { Block } from '#core/message/message-texts';
import { HeroPair } from './hero-pair';
import { Note } from './note';
import { OfferButton } from './offer-button';
import { OfferedPicture } from './offered-picture';
import { OfferedProduct } from './offered-product';
import { SocialProof } from './social-proof';
import { HEADLINE, INK } from './text-styles';

const BLOCKS: Readonly<Record<Block, (content: MessageContent) => ReactNode>> = {
  headline: ({ headline }) => (
    <Heading className="ink" style={HEADLINE}>
      {headline}
    </Heading>
  ),
  text: ({ firstName, text }) => (
    <>
      <Text className="ink" style={INK}>
        {firstName === null ? 'Hello,' : `Hi ${firstName},`}
      </Text>
      <Text className="ink" style={INK}>
        {text}
      </Text>
    </>
  ),
  // An add-on belongs to what was bought; what touches 2 and 3 offer stands alone.
  picture: (content) =>
    content.touchNumber === 1 ? <HeroPair content={content} /> : <OfferedPicture content={content} />,
  exclusivity: ({ exclusivity }) => <Note text={exclusivity} />,
  subscription: ({ subscription }) =>
    subscription === null ? null : (
      <Note
        text={`Your cart opens with "${subscription.planName}", which takes ${subscription.saving} off the price below.`}
      />
    ),
  product: (content) => <OfferedProduct content={content} />,
  socialProof: (content) => <SocialProof content={content} />,
  savings: ({ savings }) => <Note text={savings} />,
  urgency: ({ urgency }) => <Note text={urgency} />,
  button: (content) => <OfferButton content={content} />,
  loyalty: ({ loyalty }) => <Note text={loyalty} />,
  reassurance: ({ reassurance }) => <Note text={reassurance} />,
  divider: () => <Hr className="rule" style={{ margin: '8px 0 16px' }} />,
};

/** One block of an e-mail. In: which, of those that are shown, and the content. Out: its markup. */
export function drawBlock(block: Block, content: MessageContent): ReactNode {
  return BLOCKS[block](content);
}
