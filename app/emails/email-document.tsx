import { Body, Container, Head, Heading, Html, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import type { MessageContent } from '#core/message/message';
import { LIGHT_PAGE } from './accent-palette';
import { Footer } from './footer';
import { Preheader } from './preheader';
import { styleSheet } from './style-sheet';
import { HEADLINE, INK, QUIET } from './text-styles';

/** The frame that the three touches share: head, preheader, shop name, headline, greeting, what is inside, footer. */
export function EmailDocument({ content, children }: { content: MessageContent; children: ReactNode }) {
  return (
    // The texts exist in English only; a recipient's locale shapes the figures, not the language.
    <Html lang="en">
      <Head>
        <title>{content.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleSheet(content.accentColour)}</style>
      </Head>
      <Body className="page" style={{ backgroundColor: LIGHT_PAGE, margin: 0 }}>
        <Preheader text={content.preheader} />
        <Container
          className="page"
          style={{ backgroundColor: LIGHT_PAGE, maxWidth: '600px', padding: '24px' }}
        >
          <Text className="quiet" style={QUIET}>
            {content.shopName}
          </Text>
          <Heading className="ink" style={HEADLINE}>
            {content.headline}
          </Heading>
          <Text className="ink" style={INK}>
            {content.firstName === null ? 'Hello,' : `Hi ${content.firstName},`}
          </Text>
          <Text className="ink" style={INK}>
            {content.text}
          </Text>
          {children}
          <Footer content={content} />
        </Container>
      </Body>
    </Html>
  );
}
