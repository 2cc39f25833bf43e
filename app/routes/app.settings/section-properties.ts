import type { LimitsApproval } from '#flows/ports/settings-store';
import type { Claim } from '#flows/sign-off-claims';
import type { DataRequest } from '#flows/ports/privacy-store';
import type { DeliveryKind } from '#flows/ports/sending-store';
import type { Settings } from '#core/settings/settings';
import type { SettingsForm } from '#ui/use-settings-form';

export type SettingsScreenProperties = {
  readonly version: number;
  readonly settings: Pick<
    Settings,
    | 'benchmarks'
    | 'holdoutPercent'
    | 'price'
    | 'signals'
    | 'offers'
    | 'productTypes'
    | 'sendHours'
    | 'brand'
    | 'consent'
    | 'data'
  >;
  readonly categories: ReadonlyArray<string>;
  readonly limitsApproval: LimitsApproval | null;
  readonly isGuideDismissed: boolean;
  readonly claims: ReadonlyArray<Claim>;
  readonly requests: ReadonlyArray<DataRequest>;
  readonly shop: { readonly name: string; readonly postalAddress: string; readonly zone: string };
  readonly sending: {
    readonly isChosen: boolean;
    readonly kind: DeliveryKind;
    readonly sender: string | null;
  };
};

/** What each section needs: the form, and the names of settings as everywhere. */
export type SectionProperties = { readonly form: SettingsForm; readonly name: (path: string) => string };
