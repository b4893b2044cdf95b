/** Correcting one record: what, its new value, and the source that must be stated. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { type CorrectedField, factField } from '../../domain/corrections.ts';
import { formerField, formerIdOf } from '../../domain/former-records.ts';
import { ATTRIBUTES } from '../../domain/schema/attribute.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { IconButton, Note } from '../../ui/pieces.tsx';
import { CorrectForm } from './correct-form.tsx';
import './corrections.css';
import { FormerForm } from './former-form.tsx';
import { fieldWords } from './phrases.ts';
import { useCorrecting } from './use-correcting.ts';

export default function CorrectPanel({ site: shown, field }: { readonly site: Site; readonly field: CorrectedField }) {
  const { state, i18n, places } = useApp();
  const { corrections } = state;
  const { t, name } = i18n.value;
  const site = useCorrecting().recordOf(shown.id) ?? shown;
  const heading = useRef<HTMLHeadingElement>(null);
  const what = useId();
  useEffect(() => heading.current?.focus(), []);
  const groups: readonly (readonly [label: string, fields: readonly CorrectedField[]])[] = [
    [t('keepGroupPlace'), ['location', 'outline', 'status']],
    [t('keepGroupRecord'), ATTRIBUTES],
    [t('facts'), site.facts.map((_, index) => factField(site.facts, index))],
  ];
  const words = (choice: CorrectedField) => {
    const own = fieldWords(i18n.value, site, choice);
    return choice.startsWith('fact:') ? t('correctFact', { label: own }) : own;
  };
  const former = formerField(site.id);
  const choices = [...groups.flatMap(([, fields]) => fields), former];
  return (
    <article
      class="panel correct-panel"
      aria-label={t('correctTitle', { name: name(site) })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <header class="detail-head">
        <div class="detail-title">
          <h2 ref={heading} tabIndex={-1}>
            {t('correctTitle', { name: name(site) })}
          </h2>
        </div>
        <div class="detail-actions">
          <IconButton icon="close" label={t('cancel')} onClick={leave} />
        </div>
      </header>
      <div class="correct-body">
        <Note>{t('correctLead')}</Note>
        <div class="field">
          <label for={what}>{t('correctWhat')}</label>
          <select
            id={what}
            value={field}
            onChange={(event) =>
              corrections.edit(site.id, choices.find((f) => f === event.currentTarget.value) ?? field)
            }
          >
            {groups.map(
              ([label, fields]) =>
                fields.length > 0 && (
                  <optgroup key={label} label={label}>
                    {fields.map((choice) => (
                      <option key={choice} value={choice}>
                        {words(choice)}
                      </option>
                    ))}
                  </optgroup>
                ),
            )}
            <optgroup label={t('keepGroupWhole')}>
              <option value={former}>{t('keepFormer')}</option>
            </optgroup>
          </select>
        </div>
        {formerIdOf(field) === null ? (
          <CorrectForm key={field} site={site} shown={shown} field={field} leave={leave} />
        ) : (
          <FormerForm site={shown} leave={leave} />
        )}
      </div>
    </article>
  );

  function leave(): void {
    corrections.stopEditing();
    places.panel.current?.focus();
  }
}
