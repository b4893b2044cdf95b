/** Correcting one record: what, its new value, and the source that must be stated. */
import { useEffect, useId, useRef } from 'preact/hooks';
import {
  type CorrectedField,
  factField,
  isMilestoneCorrection,
  isMilestoneField,
  milestoneField,
} from '../../domain/corrections.ts';
import { formerField, formerIdOf } from '../../domain/former-records.ts';
import { ATTRIBUTES } from '../../domain/schema/attribute.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { IconButton, Note } from '../../ui/pieces.tsx';
import { CorrectForm } from './correct-form.tsx';
import './corrections.css';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { milestoneWords } from '../shared/milestone-words.ts';
import { FormerForm } from './former-form.tsx';
import { fieldWords } from './phrases.ts';
import { useCorrecting } from './use-correcting.ts';

const MilestoneForm = lazyPanel(() => import('./milestones/milestone-form.tsx').then((m) => m.default), {
  words: ['panels', 'plan', 'corrections', 'keeping'],
});

export default function CorrectPanel({ site: shown, field }: { readonly site: Site; readonly field: CorrectedField }) {
  const { state, i18n, places } = useApp();
  const { corrections } = state;
  const { t, name } = i18n.value;
  const site = useCorrecting().recordOf(shown.id) ?? shown;
  const heading = useRef<HTMLHeadingElement>(null);
  const what = useId();
  useEffect(() => heading.current?.focus(), []);
  // Those of the register, and those that the user has added.
  const milestones = [
    ...site.milestones.map((each) => [milestoneField(each), each] as const),
    ...corrections.list.value.flatMap((c) =>
      c.record === site.id && isMilestoneCorrection(c) && c.oldValue.milestone === null && c.newValue.milestone !== null
        ? [[c.field, c.newValue.milestone] as const]
        : [],
    ),
  ];
  const groups: readonly (readonly [label: string, fields: readonly CorrectedField[]])[] = [
    [t('keepGroupPlace'), ['location', 'outline', 'status']],
    [t('keepGroupRecord'), ATTRIBUTES],
    [t('milestones'), [...milestones.map(([choice]) => choice), 'milestone:new']],
    [t('facts'), site.facts.map((_, index) => factField(site.facts, index))],
  ];
  const words = (choice: CorrectedField) => {
    if (isMilestoneField(choice)) {
      const known = milestones.find(([each]) => each === choice);
      return known === undefined ? t('milestoneAdd') : milestoneWords(i18n.value, known[1]);
    }
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
        {isMilestoneField(field) ? (
          <MilestoneForm key={field} site={site} field={field} leave={leave} />
        ) : formerIdOf(field) === null ? (
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
