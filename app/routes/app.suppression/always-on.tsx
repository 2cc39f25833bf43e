import { useTranslations } from 'use-intl';
import { AnnotatedSection } from '#ui/annotated-section';
import { SimpleTable } from '#ui/simple-table';
import { StoppedLink, type Stopped } from './stopped-link';

const REASONS = [
  'no_consent', 'unsubscribed', 'bounced', 'bad_email', 'complaint', 'customer_redacted', 'wholesale', 'vip_custom',
] as const; // prettier-ignore

export function AlwaysOn({ stopped }: { readonly stopped: Stopped }) {
  const t = useTranslations('suppression');
  return (
    <AnnotatedSection title={t('alwaysOn.title')} text={t('alwaysOn.text')}>
      <SimpleTable
        caption={t('alwaysOn.title')}
        columns={[{ title: t('reason') }, { title: t('stoppedHead'), isNumber: true }]}
        rows={REASONS.map((reason) => ({
          key: reason,
          cells: [
            t(`alwaysOn.${reason}`),
            <StoppedLink
              key={reason}
              reason={reason}
              rule={t(`alwaysOn.${reason}`)}
              stopped={stopped}
              hasNote={false}
            />,
          ],
        }))}
      />
    </AnnotatedSection>
  );
}
