/** Columns of the user's own tables as criteria: a click says in which direction one counts, then its weight and its rows. */
import { type Offer, type OwnColumn, severalOf } from '../../analysis/invest/own-columns.ts';
import { ROW_PICKS } from '../../analysis/invest/types.ts';
import { download } from '../../data/export/download.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { offerTemplate } from './offer-template.ts';
import { WeightField } from './weight-field.tsx';

/** What a column weighs when its direction is chosen: as much as what matters, and less than what is made. */
const FIRST_WEIGHT = 3;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function OwnFields({ finder }: { readonly finder: Finder }) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const open = () => {
    need.imports();
    state.actions.openView('data');
  };
  const listed = state.invest.shortlist.value;
  const candidates = finder.ranking.value.candidates.map(({ site }) => site);
  const shortlisted = candidates.filter(({ id }) => listed.includes(id));
  const asked = shortlisted.length > 0 ? shortlisted : candidates;
  const template = async () => {
    const { workbookOf } = await import('../../data/export/workbook.ts');
    download(`${t('offerFile')}.xlsx`, workbookOf(offerTemplate(i18n.value, asked)), XLSX);
  };
  return (
    <fieldset class="own-columns">
      <legend>{t('ownColumns')}</legend>
      <RowsOfField finder={finder} />
      {finder.own.value.map((column) => (
        <OwnField key={column.id} finder={finder} column={column} />
      ))}
      <Note>
        {t('ownHint')} <LinkButton onClick={open}>{t('ownImport')}</LinkButton> ·{' '}
        <LinkButton onClick={() => void template()}>{t('offerTemplate', { n: asked.length })}</LinkButton>
      </Note>
    </fieldset>
  );
}

/** Who is ranked: the register's records, or the rows of a set, alone or under the park that each names. */
function RowsOfField({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const sets = finder.rowSets.value;
  if (sets.length === 0) return null;
  const { of } = finder.weights.value;
  const shown = finder.rowSet.value;
  const value = shown === null ? '' : `${of?.under === true ? 'under' : 'alone'} ${shown.name}`;
  return (
    <label class="own-row small">
      <span>{t('rowsOf')}</span>
      <select
        value={value}
        onChange={(event) => {
          const { value: chosen } = event.currentTarget;
          const name = chosen.slice(chosen.indexOf(' ') + 1);
          finder.setRowsOf(chosen === '' ? null : name, chosen.startsWith('under '));
        }}
      >
        <option value="">{t('rowsOfNone')}</option>
        {sets.map(({ name, set }) => (
          <optgroup key={name} label={name}>
            <option value={`alone ${name}`}>{t('rowsOfAlone', { n: set.count, name })}</option>
            <option value={`under ${name}`}>{t('rowsOfUnder', { n: set.count, name })}</option>
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function OwnField({ finder, column }: { readonly finder: Finder; readonly column: OwnColumn }) {
  const { t } = useApp().i18n.value;
  const { id, name } = column;
  const weight = finder.weights.value.weights.get(id) ?? 0;
  if (weight === 0) {
    return (
      <div class="own-idle">
        <span>
          {name}
          <span class="muted small">{t('ownKnown', { n: holding(column), sets: column.sets.join(', ') })}</span>
        </span>
        <button type="button" class="text-button" onClick={() => finder.setWeight(id, -FIRST_WEIGHT)}>
          <span class="visually-hidden">{`${name}: `}</span>
          {t('ownLess')}
        </button>
        <button type="button" class="text-button" onClick={() => finder.setWeight(id, FIRST_WEIGHT)}>
          <span class="visually-hidden">{`${name}: `}</span>
          {t('ownMore')}
        </button>
      </div>
    );
  }
  return (
    <div class="own-field">
      <WeightField finder={finder} id={id} weight={weight} />
      <span class="own-choices">
        <OwnDirection finder={finder} column={column} weight={weight} />
        <OwnRowPick finder={finder} column={column} />
      </span>
      <ExpiredNote column={column} />
    </div>
  );
}

/** Candidates of which a row that holds says something. */
const holding = ({ values }: OwnColumn) => [...values.values()].filter(({ kind }) => kind !== 'expired').length;

function OwnDirection(props: { readonly finder: Finder; readonly column: OwnColumn; readonly weight: number }) {
  const { t } = useApp().i18n.value;
  const { finder, weight } = props;
  const { id, name } = props.column;
  return (
    <label class="compact-select">
      <span class="visually-hidden">{t('ownDirection', { name })}</span>
      <select
        value={weight < 0 ? 'less' : 'more'}
        onChange={(event) => finder.setWeight(id, Math.abs(weight) * (event.currentTarget.value === 'less' ? -1 : 1))}
      >
        <option value="more">{t('ownMore')}</option>
        <option value="less">{t('ownLess')}</option>
      </select>
    </label>
  );
}

/** Where several rows of a park differ, which of them counts; nothing is taken until the user says. */
function OwnRowPick({ finder, column }: { readonly finder: Finder; readonly column: OwnColumn }) {
  const { t } = useApp().i18n.value;
  const several = severalOf(column);
  if (several.length === 0) return null;
  const { id, name, pick } = column;
  return (
    <>
      <label class="compact-select">
        <span class="visually-hidden">{t('ownPick', { name })}</span>
        <select
          value={pick ?? ''}
          onChange={(event) => finder.setPick(id, ROW_PICKS.find((one) => one === event.currentTarget.value) ?? null)}
        >
          <option value="">{t('ownPickNone', { n: several.length })}</option>
          {ROW_PICKS.map((one) => (
            <option key={one} value={one}>
              {t(`ownPick.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {pick === 'row' &&
        several.map(([siteId, offers]) => (
          <OneRow key={siteId} finder={finder} column={column} siteId={siteId} offers={offers} />
        ))}
    </>
  );
}

function OneRow(props: {
  readonly finder: Finder;
  readonly column: OwnColumn;
  readonly siteId: string;
  readonly offers: readonly Offer[];
}) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { finder, column, siteId, offers } = props;
  const site = state.sites.value.find(({ id }) => id === siteId);
  const chosen = finder.weights.value.rows;
  return (
    <label class="own-row small">
      <span>{site === undefined ? siteId : name(site)}</span>
      <select
        value={offers.find(({ mark }) => chosen.includes(mark))?.mark ?? ''}
        onChange={(event) => finder.setRow(column, siteId, event.currentTarget.value)}
      >
        <option value="">{t('ownRowNone')}</option>
        {offers.map((offer) => (
          <option key={offer.mark} value={offer.mark}>
            {offerWords(i18n.value, column, offer)}
          </option>
        ))}
      </select>
    </label>
  );
}

function offerWords({ number }: I18n, { unit }: OwnColumn, { label, value, set }: Offer): string {
  return [`${number(value)}${unit === '' ? '' : ` ${unit}`}`, label, set].filter((part) => part !== '').join(' · ');
}

function ExpiredNote({ column }: { readonly column: OwnColumn }) {
  const { t } = useApp().i18n.value;
  const n = [...column.offers.values()].flat().filter(({ expired }) => expired).length;
  return n === 0 ? null : <p class="small muted">{t('ownExpired', { n })}</p>;
}
