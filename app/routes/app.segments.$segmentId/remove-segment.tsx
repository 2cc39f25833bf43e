import { useFetcher, useNavigate } from '@remix-run/react';
import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Text } from '@shopify/polaris';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { OwnSegment } from '#core/segments/own-segment';
import type { Settings } from '#core/settings/settings';
import type { SegmentSizes } from '#flows/ports/segment-store';
import { AfterMount } from '#ui/after-mount';
import { LEAVES_UNASKED } from '#ui/use-leave-confirmation';
import type { SaveAnswer } from '#ui/use-settings-form';
import { useSizes } from '../app.segments._index/use-sizes';

export const REMOVE_MODAL = 'remove-segment';

/** Asks before a segment is removed, and says for how many. */
export function RemoveSegment({
  segment,
  segments,
  version,
  sizes,
}: {
  readonly segment: OwnSegment;
  readonly segments: Settings['segments'];
  readonly version: number;
  readonly sizes: Promise<SegmentSizes>;
}) {
  const t = useTranslations('segments.page');
  const counted = useSizes(sizes);
  const size = typeof counted === 'object' ? counted.sizes[segment.id] : null;
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<SaveAnswer>();
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.kind !== 'saved') return;
    void shopify.modal.hide(REMOVE_MODAL);
    shopify.toast.show(t('removed'));
    navigate('/app/segments', LEAVES_UNASKED);
  }, [answer, shopify, t, navigate]);
  const remove = () => {
    const values = {
      'segments.own': segments.own.filter(({ id }) => id !== segment.id),
      'segments.order': segments.order.filter((id) => id !== segment.id),
    };
    fetcher.submit(JSON.stringify({ intent: 'save_settings', baseVersion: version, values }), {
      method: 'post',
      encType: 'application/json',
    });
  };
  return (
    <AfterMount>
      <Modal id={REMOVE_MODAL}>
        <Box padding="400">
          <BlockStack gap="300">
            {answer !== undefined && answer.kind !== 'saved' && (
              <Banner tone="critical">{t('notRemoved')}</Banner>
            )}
            <Text as="p">
              {size ? t('removeCounted', { count: size.count }) : t('removeUncounted')} {t('removeText')}
            </Text>
          </BlockStack>
        </Box>
        <TitleBar title={t('removeTitle', { name: segment.name })}>
          <button variant="primary" tone="critical" disabled={fetcher.state !== 'idle'} onClick={remove}>
            {t('removeConfirm')}
          </button>
          <button onClick={() => void shopify.modal.hide(REMOVE_MODAL)}>{t('cancel')}</button>
        </TitleBar>
      </Modal>
    </AfterMount>
  );
}
