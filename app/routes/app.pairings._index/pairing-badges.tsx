import { Badge } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { EffectiveUse, PairingStanding } from '#core/affinity/pairing-list';

const STANDING_TONES = { strong: 'success', moderate: 'info', excluded: 'critical' } as const;
const USE_TONES = {
  pinned: 'attention', curated: 'attention', blocked: 'critical', excluded_product: 'critical',
  alike: 'critical',
} as const; // prettier-ignore

export function StandingBadge({ standing }: { readonly standing: PairingStanding }) {
  const t = useTranslations('pairings.standing');
  const tones: Partial<Record<PairingStanding, 'success' | 'info' | 'critical'>> = STANDING_TONES;
  return <Badge tone={tones[standing]}>{t(standing)}</Badge>;
}

export function UseBadge({ use }: { readonly use: EffectiveUse }) {
  const t = useTranslations('pairings.use');
  const tones: Partial<Record<EffectiveUse, 'attention' | 'critical'>> = USE_TONES;
  return <Badge tone={tones[use]}>{t(use)}</Badge>;
}
