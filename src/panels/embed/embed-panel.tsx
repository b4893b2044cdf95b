/** How a page of others shows the present view in a frame: the snippet to be pasted there. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { namedOrigins } from '../../domain/embed-origins.ts';
import { EMBEDS } from '../../state/address/keys.ts';
import { useApp } from '../../state/app.ts';
import { allOf } from '../../state/present/presentation.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note, Section } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { useCopy } from '../shared/use-copy.ts';
import { type Framing, framedAddress, HEIGHTS, snippet } from './snippet.ts';
import './embed-panel.css';

export default function EmbedPanel() {
  const { state, i18n, need } = useApp();
  const { t, text, list } = i18n.value;
  const framing = useSignal<Framing>({ kind: '1', tour: null, height: HEIGHTS.usual });
  const { copied, copy, forget } = useCopy();
  useEffect(() => need.presentation(), []);
  const change = (how: Partial<Framing>) => {
    framing.value = { ...framing.value, ...how };
    forget();
  };
  const address = state.address.value;
  const { kind, tour, height } = framing.value;
  const presentation = state.present.presentation.value;
  // Tours of this device alone play on no other.
  const tours =
    presentation === null ? [] : [...(presentation.listed.value?.tours ?? []), ...allOf(presentation.builtIn.value)];
  const words = snippet(location.href.replace(/#.*$/s, ''), address, framing.value, t('appTitle'));
  const named = namedOrigins(state.base.config.embedOrigins);
  return (
    <article class="panel" aria-label={t('embedTitle')}>
      <PanelHead title={t('embedTitle')} />
      <p>{t('embedLead')}</p>
      <fieldset class="embed-kinds">
        <legend>{t('embedWhat')}</legend>
        {EMBEDS.map((each) => (
          <label key={each}>
            <input type="radio" name="embed-kind" checked={kind === each} onChange={() => change({ kind: each })} />
            <span>{t(`embedKind.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'tour' && (
        <label class="field">
          <span>{t('embedTour')}</span>
          <select value={tour ?? ''} onChange={(event) => change({ tour: event.currentTarget.value || null })}>
            {tours.map(({ id, title }) => (
              <option key={id} value={id}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{t('embedHeight')}</span>
        <input
          type="number"
          min={HEIGHTS.least}
          max={HEIGHTS.most}
          value={height}
          onChange={(event) => {
            const wanted = Math.round(event.currentTarget.valueAsNumber);
            const kept = Number.isNaN(wanted) ? height : Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, wanted));
            event.currentTarget.value = String(kept);
            change({ height: kept });
          }}
        />
      </label>
      <Section title={t('embedSnippet')}>
        <div class="field">
          <textarea
            readOnly
            rows={7}
            spellcheck={false}
            aria-label={t('embedSnippet')}
            value={words}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <p class="actions">
          <button type="button" class="text-button is-framed" onClick={() => copy(words)}>
            {t('embedCopy')}
          </button>
          <a href={`#${framedAddress(address, framing.value)}`} target="_blank" rel="noopener">
            {t('embedSee')} <Icon name="chevron" size={14} />
          </a>
        </p>
        <div role="status">{copied !== null && <Note>{t(copied ? 'copied' : 'embedCopyFailed')}</Note>}</div>
        {location.protocol === 'file:' && <Note tone="warning">{t('embedFile')}</Note>}
        {address.ask?.kind === 'own' && <Note>{t('embedOwn')}</Note>}
      </Section>
      <Section title={t('embedWho')}>
        <p>{named.length === 0 ? t('embedNobody') : t('embedNamed', { who: list(named) })}</p>
        <p>{t('embedSpeak')}</p>
      </Section>
    </article>
  );
}
