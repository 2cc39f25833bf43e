import { Badge, BlockStack, Button, Divider, InlineStack, Text } from '@shopify/polaris';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Claim } from '#flows/sign-off-claims';
import { AnnotatedSection } from '#ui/annotated-section';
import { useFormats } from '#ui/use-formats';
import { SIGN_OFF_MODAL, SignOffModal } from './sign-off-modal';

/** Every text that makes a promotional claim, and who answers for it. */
export function Claims({ claims }: { readonly claims: ReadonlyArray<Claim> }) {
  const t = useTranslations('settings.claims');
  const shopify = useAppBridge();
  const placeOf = usePlaces();
  const [wanted, setWanted] = useState<Claim | null>(null);
  return (
    <div id="claims">
      <AnnotatedSection title={t('title')} text={t('text')}>
        <BlockStack gap="300">
          {claims.length === 0 && <Text as="p">{t('none')}</Text>}
          {claims.map((claim, at) => (
            <BlockStack gap="300" key={`${placeOf(claim)} ${claim.textHash}`}>
              {at > 0 && <Divider />}
              <ClaimLine
                claim={claim}
                place={placeOf(claim)}
                onSignOff={() => {
                  setWanted(claim);
                  void shopify.modal.show(SIGN_OFF_MODAL);
                }}
              />
            </BlockStack>
          ))}
        </BlockStack>
      </AnnotatedSection>
      <SignOffModal claim={wanted} />
    </div>
  );
}

function ClaimLine({
  claim,
  place,
  onSignOff,
}: {
  readonly claim: Claim;
  readonly place: string;
  readonly onSignOff: () => void;
}) {
  const t = useTranslations('settings.claims');
  const { date } = useFormats();
  const { signOff, text, phrases } = claim;
  return (
    <BlockStack gap="200" inlineAlign="start">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {place}
        </Text>
        <Badge tone={signOff === null ? 'attention' : 'success'}>
          {signOff === null
            ? t('open')
            : t('signed', { name: signOff.signedName, date: date(signOff.signedAt) })}
        </Badge>
      </InlineStack>
      <Text as="p" breakWord>
        {text}
      </Text>
      <Text as="p" tone="subdued">
        {t('found', { phrases: phrases.join(', ') })}
      </Text>
      {signOff === null && (
        <Button accessibilityLabel={t('signOffOf', { place })} onClick={onSignOff}>
          {t('signOff')}
        </Button>
      )}
    </BlockStack>
  );
}

/** Where a text stands, in the words of the screen of the sequence. */
function usePlaces(): (claim: Claim) => string {
  const t = useTranslations('settings.claims');
  const message = useTranslations('sequences.message');
  return (claim) => t('place', { message: message(claim.message), field: message(claim.field) });
}
