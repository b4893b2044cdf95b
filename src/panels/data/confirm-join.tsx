/** Rows that name sites of the register: how many by their very name, and which by one that is only like it. */
import type { JoinName, JoinPreview } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';

interface JoinProps {
  readonly join: JoinPreview;
  /** Text of the file → id of the site that the user says is meant. */
  readonly joins: ReadonlyMap<string, string>;
  readonly onJoins: (joins: ReadonlyMap<string, string>) => void;
}

const LISTED = 100;

export function ConfirmJoin({ join, joins, onJoins }: JoinProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { exact, stated, near, unknown } = join;
  const siteName = (id: string) => {
    const site = state.siteById.value.get(id);
    return site === undefined ? id : i18n.value.name(site);
  };
  const say = (text: string, id: string) => {
    const next = new Map(joins);
    if (id === '') next.delete(text);
    else next.set(text, id);
    onJoins(next);
  };
  const acceptAll = () =>
    onJoins(new Map(near.flatMap(({ text, candidates: [best] }) => (best === undefined ? [] : [[text, best]]))));
  return (
    <fieldset class="data-group">
      <legend>{t('joinTitle')}</legend>
      <p class="small">{t('joinExact', { exact, stated })}</p>
      {near.length > 0 && (
        <>
          <p class="small">{t('joinNear', { n: near.length })}</p>
          <p class="actions">
            <LinkButton onClick={acceptAll}>{t('joinAcceptAll')}</LinkButton>
            <LinkButton onClick={() => onJoins(new Map())}>{t('joinDeclineAll')}</LinkButton>
          </p>
          <ul class="join-names">
            {near.map((name) => (
              <li key={name.text}>
                <label>
                  <span class="join-text">{plainLine(name.text)}</span> <RowsOf name={name} />
                  <select
                    value={joins.get(name.text) ?? ''}
                    onChange={(event) => say(name.text, event.currentTarget.value)}
                  >
                    <option value="">{t('joinNot')}</option>
                    {name.candidates.map((id) => (
                      <option key={id} value={id}>
                        {t('joinIs', { site: siteName(id) })}
                      </option>
                    ))}
                  </select>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && (
        <details>
          <summary>{t('joinUnknown', { n: unknown.length })}</summary>
          <ul class="join-names">
            {unknown.slice(0, LISTED).map((name) => (
              <li key={name.text}>
                <span class="join-text">{plainLine(name.text)}</span> <RowsOf name={name} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </fieldset>
  );
}

/** The numbers of the rows in the file, the first of many. */
function RowsOf({ name: { rows, count } }: { readonly name: JoinName }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const listed = rows.map((row) => number(row)).join(i18n.value.lang === 'en' ? ', ' : '、');
  return (
    <span class="muted small">{t(count > rows.length ? 'joinRowsMore' : 'joinRows', { rows: listed, count })}</span>
  );
}
