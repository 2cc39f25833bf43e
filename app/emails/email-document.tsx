import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Text } from '@react-email/text';
import { Fragment } from 'react';
import type { MessageContent } from '#core/message/message';
import { shownBlocks } from '#core/message/shown-blocks';
import { LIGHT_PAGE } from './accent-palette';
import { drawBlock } from './draw-block';
import { Footer } from './footer';
import { Preheader } from './preheader';
import { styleSheet } from './style-sheet';
import { QUIET } from './text-styles';

/** An e-mail: head, preheader, shop name, the blocks in the merchant's order, and the footer that always stays. */
export function EmailDocument({ content }: { content: MessageContent }) {
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
          {shownBlocks(content).map((block, at) => (
            <Fragment key={at}>{drawBlock(block, content)}</Fragment>
          ))}
          <Footer content={content} />
        </Container>
      </Body>
    </Html>
  );
}
