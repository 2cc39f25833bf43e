import { Badge, InlineStack } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { MAX_HTML_BYTES, type HtmlChecks } from '#core/message/check-html';

/** The four checks of the very HTML; red is what would do harm in an inbox. */
export function PreviewChecks({ checks }: { readonly checks: HtmlChecks }) {
  const t = useTranslations('sequences.preview');
  const { bytes, isLight, links, pictures, hasUnsubscribe } = checks;
  const kilobytes = (of: number) => Math.ceil(of / 1000);
  const lines: ReadonlyArray<readonly [string, boolean]> = [
    [t('size', { kilobytes: kilobytes(bytes), most: kilobytes(MAX_HTML_BYTES) }), isLight],
    links.bad === 0
      ? [t('links', { count: links.count }), true]
      : [t('badLinks', { count: links.bad }), false],
    pictures.withoutAlt === 0
      ? [pictures.count === 0 ? t('noPictures') : t('alt'), true]
      : [t('badAlt', { count: pictures.withoutAlt }), false],
    [hasUnsubscribe ? t('unsubscribe') : t('noUnsubscribe'), hasUnsubscribe],
  ];
  return (
    <InlineStack gap="200">
      {lines.map(([words, isGood]) => (
        <Badge key={words} tone={isGood ? 'success' : 'critical'}>
          {words}
        </Badge>
      ))}
    </InlineStack>
  );
}
