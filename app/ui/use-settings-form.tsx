import { useFetcher } from '@remix-run/react';
import { SaveBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner } from '@shopify/polaris';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from './use-formats';
import { useLeaveConfirmation } from './use-leave-confirmation';

/** Settings by path, as "touches.two.day". */
export type SettingValues = Readonly<Record<string, unknown>>;

/** What the action of a screen with settings answers; app/settings-action.server.ts makes it. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number }
  | {
      readonly kind: 'refused';
      readonly faults: ReadonlyArray<{ readonly path: string; readonly problem: string }>;
    }
  | {
      readonly kind: 'conflict';
      readonly savedBy: string;
      readonly savedAt: number;
      readonly paths: ReadonlyArray<string>;
    };

/**
 * A form over some of the settings: knows what differs from what was loaded, saves just that through the page's action,
 * and holds what the server refused beside its field until it is mended.
 * In: the settings version that was loaded and the values by path. Out: the values, setters, faults, and the save.
 */
export function useSettingsForm({
  version,
  values,
  sendsAll = false,
}: {
  readonly version: number;
  readonly values: SettingValues;
  readonly sendsAll?: boolean; // for fields that are saved together: sends what was not changed as well
}) {
  const fetcher = useFetcher<SaveAnswer>();
  const shopify = useAppBridge();
  const t = useTranslations('shell.saveBar');
  const [draft, setDraft] = useState<SettingValues>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [conflict, setConflict] = useState<Extract<SaveAnswer, { kind: 'conflict' }> | null>(null);
  const changed = Object.fromEntries(
    Object.entries(draft).filter(([path, value]) => JSON.stringify(value) !== JSON.stringify(values[path])),
  );

  useEffect(() => {
    const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
    if (!answer) return;
    if (answer.kind === 'saved') {
      setDraft({});
      setFaults({});
      setConflict(null);
      shopify.toast.show(t('saved'));
    }
    if (answer.kind === 'refused') {
      setFaults(Object.fromEntries(answer.faults.map(({ path, problem }) => [path, problem])));
      focusField(answer.faults[0]?.path);
    }
    setConflict(answer.kind === 'conflict' ? answer : null);
  }, [fetcher.state, fetcher.data, shopify, t]);

  return {
    version,
    isDirty: Object.keys(changed).length > 0,
    isSaving: fetcher.state !== 'idle',
    savedVersion: fetcher.data?.kind === 'saved' ? fetcher.data.version : null, // of the last save made here
    faults,
    conflict,
    changed,
    /** The present value of a setting; what was loaded unless it was changed. */
    value: <T,>(path: string) => (path in draft ? draft[path] : values[path]) as T,
    /** In a list that is one setting, `mended` is the place in it whose fault is over. */
    set: (path: string, value: unknown, mended = path) => {
      setDraft((before) => ({ ...before, [path]: value }));
      setFaults((before) => withoutFaults(before, mended));
    },
    /** Puts one setting back to what was loaded. */
    reset: (path: string) => {
      setDraft(({ [path]: _changed, ...others }) => others);
      setFaults(({ [path]: _mended, ...others }) => others);
    },
    /** The properties of a Polaris TextField over a number. */
    numberField: (path: string) => {
      const value = path in draft ? draft[path] : values[path];
      return {
        id: path,
        type: 'number' as const,
        autoComplete: 'off',
        value: typeof value === 'number' ? String(value) : String(value ?? ''),
        error: faults[path],
        onChange: (text: string) => {
          setDraft((before) => ({ ...before, [path]: text.trim() === '' ? '' : Number(text) }));
          setFaults(({ [path]: _mended, ...others }) => others);
        },
      };
    },
    /** The properties of a Polaris TextField over a text; `null` settings show as empty. */
    textField: (path: string, { emptyIsNull = false } = {}) => {
      const value = path in draft ? draft[path] : values[path];
      return {
        id: path,
        autoComplete: 'off',
        value: String(value ?? ''),
        error: faults[path],
        onChange: (text: string) => {
          setDraft((before) => ({ ...before, [path]: emptyIsNull && text.trim() === '' ? null : text }));
          setFaults(({ [path]: _mended, ...others }) => others);
        },
      };
    },
    save: () =>
      fetcher.submit(
        JSON.stringify({
          intent: 'save_settings',
          baseVersion: version,
          values: sendsAll ? { ...values, ...changed } : changed,
        }),
        {
          method: 'post',
          encType: 'application/json',
        },
      ),
    discard: () => {
      setDraft({});
      setFaults({});
      setConflict(null);
    },
  };
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;

/** The bar of the admin with Save and Discard, open as long as something differs from what is saved; asks on leaving. */
export function SettingsSaveBar({ form }: { readonly form: SettingsForm }) {
  const t = useTranslations('shell.saveBar');
  const id = useId().replaceAll(':', '');
  useLeaveConfirmation(form.isDirty);
  return (
    <SaveBar id={`save-bar-${id}`} open={form.isDirty}>
      <button variant="primary" disabled={form.isSaving} onClick={form.save}>
        {t('save')}
      </button>
      <button disabled={form.isSaving} onClick={form.discard}>
        {t('discard')}
      </button>
    </SaveBar>
  );
}

/** At the top of the page: a conflict, or several refused fields; one refused field speaks for itself. */
export function SettingsBanner({
  form,
  labels,
}: {
  readonly form: SettingsForm;
  readonly labels: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('shell.saveBar');
  const formats = useFormats();
  if (form.conflict) {
    return (
      <Banner tone="critical" title={t('conflictTitle')}>
        {t('conflict', { who: form.conflict.savedBy, when: formats.dateTime(form.conflict.savedAt) })}
      </Banner>
    );
  }
  const refused = Object.keys(form.faults);
  if (refused.length < 2) return null;
  return (
    <Banner tone="critical" title={t('refusedTitle')}>
      {t('refused', {
        count: refused.length,
        fields: refused.map((path) => labels[path] ?? path).join(', '),
      })}
    </Banner>
  );
}

function withoutFaults(faults: Readonly<Record<string, string>>, path: string) {
  return Object.fromEntries(
    Object.entries(faults).filter(([at]) => at !== path && !at.startsWith(`${path}.`)),
  );
}

/** What holds a field may open only because of its fault: looks for it until then. */
const MOST_FRAMES = 30;

function focusField(path: string | undefined, framesLeft = MOST_FRAMES): void {
  if (path === undefined || framesLeft === 0) return;
  const field = document.getElementById(path);
  if (field) field.focus();
  else requestAnimationFrame(() => focusField(path, framesLeft - 1));
}
