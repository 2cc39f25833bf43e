import { Column } from '@react-email/column';
import { Row } from '@react-email/row';
import type { MessageContent } from '#core/message/message';
import { ProductPicture } from './product-picture';

/** What was bought beside what is offered; below each other on a phone, and only the pictures that there are. */
export function HeroPair({ content }: { content: MessageContent }) {
  const { bought, offered } = content;
  if (bought.imageUrl === null && offered.imageUrl === null) return null;
  return (
    <Row style={{ margin: '0 0 16px' }}>
      {bought.imageUrl === null ? null : (
        <Column className="half" style={{ padding: '0 8px 0 0', verticalAlign: 'top' }}>
          <ProductPicture url={bought.imageUrl} alt={`${bought.title}, which you bought`} width={268} />
        </Column>
      )}
      {offered.imageUrl === null ? null : (
        <Column className="half" style={{ padding: '0 0 0 8px', verticalAlign: 'top' }}>
          <ProductPicture url={offered.imageUrl} alt={offered.title} width={268} />
        </Column>
      )}
    </Row>
  );
}
