/** What is made, in free words, and what they were taken to mean, as chips that can be corrected. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Reading } from '../../analysis/invest/meaning.ts';
import type { Term } from '../../domain/schema/term.ts';
import { CLUSTER_IDS, type ClusterId } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { type Finder, MOST_WORDS } from '../../state/invest/finder.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { clusterName } from '../shared/phrases.ts';
import { NeedReasons } from './need-reasons.tsx';

const EXAMPLES = {
  zh: ['氢能阀门', '工业机器人减速器', '酱油'],
  en: ['hydrogen valves', 'robot speed reducers', 'soy sauce'],
} as const;

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

export function NeedBox({ finder }: { readonly finder: Finder }) {
  const { t, lang } = useApp().i18n.value;
  const { words } = finder.need.value;
  // What is being typed keeps its blanks; the address holds the words.
  const draft = useSignal(words);
  useLayoutEffect(() => {
    if (squeezed(draft.peek()) !== words) draft.value = words;
  }, [words]);
  const type = (text: string) => {
    draft.value = text;
    finder.setWords(text);
  };
  const { clusters, terms, readings } = finder.understood.value;
  const empty = clusters.length === 0 && terms.length === 0;
  return (
    <div class="need-box">
      <label class="need-label">
        <span>{t('needLabel')}</span>
        <input
          type="text"
          id="need"
          value={draft.value}
          maxLength={MOST_WORDS}
          placeholder={t('needPlaceholder')}
          autocomplete="off"
          // Letters of an input method are no words yet.
          onInput={(event) => {
            if (event.isComposing) draft.value = event.currentTarget.value;
            else type(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => type(event.currentTarget.value)}
        />
      </label>
      {words === '' && empty && (
        <>
          <p class="need-examples small">
            <span class="muted">{t('needExamples')}</span>
            {EXAMPLES[lang === 'en' ? 'en' : 'zh'].map((example) => (
              <LinkButton key={example} onClick={() => type(example)}>
                {example}
              </LinkButton>
            ))}
          </p>
          <Note>{t('needPrompt')}</Note>
        </>
      )}
      {words !== '' && <NotUnderstood finder={finder} type={type} />}
      {words !== '' && empty && readings.length > 0 && <Readings finder={finder} words={words} />}
      {words !== '' && empty && <Note tone="warning">{t(readings.length === 0 ? 'needNoMatch' : 'needNearest')}</Note>}
      {words !== '' && empty && <ClusterChoice finder={finder} />}
      {!empty && <Meaning finder={finder} />}
    </div>
  );
}

/** Which words say nothing known, and what a misspelt one may have been meant to be. */
function NotUnderstood({ finder, type }: { readonly finder: Finder; readonly type: (text: string) => void }) {
  const { t, list } = useApp().i18n.value;
  const { unknown, corrected } = finder.understood.value;
  if (unknown.length === 0) return null;
  return (
    <p class="need-unknown small" role="status">
      {corrected !== null && (
        <span>
          {t('needDidYouMean')} <LinkButton onClick={() => type(corrected)}>{corrected}</LinkButton>
        </span>
      )}
      <span class="muted">{t('needUnknown', { words: list(unknown) })}</span>
    </p>
  );
}

/** What words with several senses, or a name whose head is not known, may mean: nothing of it counts until it is chosen. */
function Readings({ finder, words }: { readonly finder: Finder; readonly words: string }) {
  const { state, i18n } = useApp();
  const { t, text } = i18n.value;
  return (
    <>
      <Note>{t('needReadings', { words })}</Note>
      <div class="chip-row">
        {finder.understood.value.readings.map((reading) => (
          <button
            key={`${text(reading.name)} ${reading.cluster}`}
            type="button"
            class="chip is-offered"
            onClick={() => finder.choose(reading)}
          >
            <Mark cluster={reading.cluster} theme={state.theme.value} size={16} />
            {t('needReading', {
              name: text(reading.name),
              cluster: clusterName(i18n.value, state.clusters, reading.cluster),
            })}
          </button>
        ))}
      </div>
    </>
  );
}

/** Every cluster, to be taken by hand. */
function ClusterChoice({ finder }: { readonly finder: Finder }) {
  const { state, i18n } = useApp();
  return (
    <div class="chip-row">
      {CLUSTER_IDS.map((id) => (
        <button key={id} type="button" class="chip is-offered" onClick={() => finder.setMeant(id, true)}>
          <Mark cluster={id} theme={state.theme.value} size={16} />
          {clusterName(i18n.value, state.clusters, id)}
        </button>
      ))}
    </div>
  );
}

function Meaning({ finder }: { readonly finder: Finder }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { clusters, terms, readings } = finder.understood.value;
  const could = otherClusters(terms, clusters, readings);
  return (
    <>
      <ul class="chip-row" aria-label={t('needMeans')}>
        {clusters.map((id) => (
          <li key={id}>
            <Chip name={clusterName(i18n.value, state.clusters, id)} onRemove={() => finder.setMeant(id, false)}>
              <Mark cluster={id} theme={state.theme.value} size={16} />
            </Chip>
          </li>
        ))}
        {terms.map((term) => (
          <li key={term.id}>
            <Chip name={i18n.value.text(term)} onRemove={() => finder.setMeant(term.id, false)} />
          </li>
        ))}
        <li>
          <AddMeaning finder={finder} />
        </li>
      </ul>
      {could.length > 0 && (
        <p class="chip-row small">
          <span class="muted">{t('needCould')}</span>
          {could.map((id) => {
            const name = clusterName(i18n.value, state.clusters, id);
            return (
              <button
                key={id}
                type="button"
                class="chip is-offered"
                aria-label={t('needCouldAdd', { name })}
                onClick={() => finder.setMeant(id, true)}
              >
                <Icon name="plus" size={12} /> {name}
              </button>
            );
          })}
        </p>
      )}
      <NeedReasons terms={terms} />
    </>
  );
}

/** Further clusters that the terms may mean, where the words did not decide for them. */
function otherClusters(
  terms: readonly Term[],
  chosen: readonly ClusterId[],
  readings: readonly Reading[],
): ClusterId[] {
  const further = new Set([
    ...terms.flatMap(({ clusters }) => clusters.slice(1)),
    ...readings.map(({ cluster }) => cluster),
  ]);
  return CLUSTER_IDS.filter((id) => further.has(id) && !chosen.includes(id));
}

function Chip(props: {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children?: preact.ComponentChildren;
}) {
  const { t } = useApp().i18n.value;
  return (
    <span class="chip">
      {props.children}
      <span>
        <Mixed text={props.name} />
      </span>
      <button
        type="button"
        class="chip-remove"
        aria-label={t('needRemove', { name: props.name })}
        onClick={props.onRemove}
      >
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

function AddMeaning({ finder }: { readonly finder: Finder }) {
  const { state, i18n } = useApp();
  const { t, text, lang } = i18n.value;
  const { clusters, terms } = finder.understood.value;
  const collator = new Intl.Collator(lang);
  const others = finder.terms.terms
    .filter((term) => !terms.includes(term))
    .map((term) => ({ id: term.id, name: text(term) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  return (
    <label class="chip-add">
      <span class="visually-hidden">{t('needAddLabel')}</span>
      <select
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') finder.setMeant(value, true);
        }}
      >
        <option value="">{t('needAdd')}</option>
        <optgroup label={t('needAddClusters')}>
          {CLUSTER_IDS.filter((id) => !clusters.includes(id)).map((id) => (
            <option key={id} value={id}>
              {clusterName(i18n.value, state.clusters, id)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('needAddTerms')}>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
