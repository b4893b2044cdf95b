/** Changes of one sort, each with a box to tick. */
import { useId, useState } from 'preact/hooks';
import type { Proposal } from '../../../analysis/register-workbook/comparison.ts';
import type { LngLat } from '../../../domain/position.ts';
import { useApp } from '../../../state/app.ts';
import { LinkButton, Note } from '../../../ui/pieces.tsx';
import { SourceLine } from '../../shared/source-line.tsx';
import { fieldWords, namesIn, newWords, valueWords } from '../phrases.ts';
import { useCorrecting } from '../use-correcting.ts';

/** Entries at once; a workbook may have thousands. */
const LISTED = 50;

export interface GroupProps {
  readonly group: 'added' | 'changed' | 'emptied' | 'conflict';
  readonly proposals: readonly Proposal[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, on: boolean) => void;
  /** One was given for the whole file. */
  readonly hasSource: boolean;
}

export function ProposalGroup({ group, proposals, ticked, onTick, hasSource }: GroupProps) {
  const { t } = useApp().i18n.value;
  const [listed, setListed] = useState(LISTED);
  if (proposals.length === 0) return null;
  return (
    <section class="workbook-group">
      <h4>
        {t(`wbGroup.${group}`)} <span class="muted">{proposals.length}</span>
      </h4>
      {group === 'emptied' && <Note>{t('wbEmptiedHint')}</Note>}
      {group === 'conflict' && <Note tone="warning">{t('wbConflictHint')}</Note>}
      <ul>
        {proposals.slice(0, listed).map((proposal) => (
          <Entry
            key={proposal.id}
            proposal={proposal}
            isTicked={ticked.has(proposal.id)}
            onTick={(on) => onTick(proposal.id, on)}
            hasSource={hasSource}
          />
        ))}
      </ul>
      {proposals.length > listed && (
        <LinkButton onClick={() => setListed(listed + LISTED)}>
          {t('wbMore', { n: Math.min(LISTED, proposals.length - listed) })}
        </LinkButton>
      )}
    </section>
  );
}

interface EntryProps {
  readonly proposal: Proposal;
  readonly isTicked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly hasSource: boolean;
}

function Entry({ proposal, isTicked, onTick, hasSource }: EntryProps) {
  const { state, i18n, map } = useApp();
  const work = useCorrecting();
  const { t, name, distance } = i18n.value;
  const id = useId();
  const { correction, conflict, movedM, sourced, sheet, row } = proposal;
  const site = work.recordOf(correction.record);
  const title =
    correction.field === 'record'
      ? name(correction.newValue.added)
      : site === undefined
        ? correction.record
        : name(site);
  const field = fieldWords(i18n.value, site, correction.field);
  const nameOf = namesIn(i18n.value, state);
  const point = pointOf(proposal);
  const former = site?.location.position ?? null;
  const lacks = !sourced && !hasSource;
  return (
    <li>
      <input
        id={id}
        type="checkbox"
        checked={isTicked}
        disabled={lacks}
        aria-label={t('wbTick', { name: title, field })}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>
          <strong>{title}</strong> · {field}
        </label>
        <p>
          {correction.field !== 'record' && (
            <>
              <del>{valueWords(i18n.value, correction.oldValue, correction.field, nameOf)}</del>{' '}
              <span aria-hidden="true">→</span>{' '}
            </>
          )}
          <ins>{newWords(i18n.value, correction, nameOf)}</ins>
          {movedM !== null && movedM > 0 && (
            <span class="muted"> · {t('wbMoved', { distance: distance(movedM, movedM) })}</span>
          )}
        </p>
        {conflict !== null && <p class="standing standing-conflict">{t(`wbConflict.${conflict}`)}</p>}
        <p class="small muted">
          {sourced ? <SourceLine source={correction.source} /> : <span class="workbook-lack">{t('wbNoSource')}</span>} ·{' '}
          {t('wbSheetRow', { sheet, row })}
        </p>
        {point !== null && (
          <button
            type="button"
            class="link-button small"
            aria-label={t('wbMapThis', { name: title, field })}
            onClick={() => {
              const words = movedM === null ? null : t('wbMoved', { distance: distance(movedM, movedM) });
              const from = former === null || words === null ? {} : { from: { at: former, words } };
              state.corrections.setDraft({ record: correction.record, ...point, ...from, isPreview: true });
              map.value?.fitBox(boxAround([point.position, ...(former === null ? [] : [former])]));
            }}
          >
            {t('wbMap')}
          </button>
        )}
      </div>
    </li>
  );
}

/** Degrees around what is shown, about a kilometre. */
const AROUND = 0.01;

/** West, south, east, north of some points and their surroundings. */
function boxAround(points: readonly LngLat[]): [number, number, number, number] {
  const [lngs, lats] = [points.map(([lng]) => lng), points.map(([, lat]) => lat)];
  return [
    Math.min(...lngs) - AROUND,
    Math.min(...lats) - AROUND,
    Math.max(...lngs) + AROUND,
    Math.max(...lats) + AROUND,
  ];
}

/** Where the proposal puts the record; null where it says nothing of that, or takes the point away. */
function pointOf({ correction }: Proposal) {
  if (correction.field !== 'location') return null;
  const { position, radiusM } = correction.newValue;
  return position === null ? null : { position, radiusM };
}
