import { BlockStack, Checkbox, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { AnnotatedSection } from '#ui/annotated-section';
import type { SectionProperties, SettingsScreenProperties } from './section-properties';

export function Brand({ form, name, shop }: SectionProperties & Pick<SettingsScreenProperties, 'shop'>) {
  const t = useTranslations('settings.brand');
  const colour = form.value<string>('brand.accentColour');
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="400">
        <TextField
          {...form.textField('brand.name', { emptyIsNull: true })}
          label={name('brand.name')}
          helpText={t('nameHelp', { name: shop.name })}
        />
        <TextField
          {...form.textField('brand.postalAddress', { emptyIsNull: true })}
          label={name('brand.postalAddress')}
          multiline={2}
          helpText={
            shop.postalAddress === '' ? t('postalHelpNone') : t('postalHelp', { address: shop.postalAddress })
          }
        />
        <TextField
          {...form.textField('brand.accentColour')}
          label={name('brand.accentColour')}
          helpText={t('colourHelp')}
          prefix={
            <span
              aria-hidden
              style={{ display: 'inline-block', width: 16, height: 16, borderRadius: 4, background: colour }}
            />
          }
        />
      </BlockStack>
    </AnnotatedSection>
  );
}

export function Consent({ form, name }: SectionProperties) {
  const t = useTranslations('settings.consent');
  const isDeclared = form.value<string | null>('consent.softOptInDeclaredBy') !== null;
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="400">
        <Checkbox
          id="consent.requireOptInEverywhere"
          label={name('consent.requireOptInEverywhere')}
          helpText={t('optInHelp')}
          checked={form.value<boolean>('consent.requireOptInEverywhere')}
          onChange={(isOn) => form.set('consent.requireOptInEverywhere', isOn)}
        />
        <Checkbox
          label={t('softOptIn')}
          helpText={t('softOptInHelp')}
          checked={isDeclared}
          onChange={(isOn) => form.set('consent.softOptInDeclaredBy', isOn ? '' : null)}
        />
        {isDeclared && (
          <TextField
            {...form.textField('consent.softOptInDeclaredBy')}
            label={name('consent.softOptInDeclaredBy')}
          />
        )}
      </BlockStack>
    </AnnotatedSection>
  );
}
