/** A table on its way in, offered to be joined to the areas and lines of a set by a key column on both sides. */
import { useMemo, useState } from 'preact/hooks';
import { type JoinKeys, likelyKeys } from '../../../analysis/key-join.ts';
import type { Preview } from '../../../data/import/types.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { useApp } from '../../../state/app.ts';
import { type ImportedSet, readOf } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import './join.css';

/** Sets that a table can be joined to: those with areas or lines whose rows stay. */
export const joinable = ({ sets }: Imports): readonly ImportedSet[] =>
  sets.value.filter(({ set, remote }) => set.geometries !== undefined && remote === undefined);

interface KeysProps {
  readonly sets: readonly ImportedSet[];
  readonly preview: Preview;
  /** Nothing in the table says where its rows are: joining is all that can be done with it. */
  readonly isOnlyWay: boolean;
  readonly onJoin: (keys: JoinKeys) => void;
}

export function ConfirmKeys({ sets, preview, isOnlyWay, onJoin }: KeysProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [setId, setSetId] = useState(sets.at(-1)?.id ?? '');
  const [chosen, setChosen] = useState<Partial<Pick<JoinKeys, 'setColumn' | 'tableColumn'>>>({});
  const item = sets.find(({ id }) => id === setId) ?? sets[0];
  const likely = useMemo(() => {
    const read = item === undefined ? null : readOf(item).set;
    return read === null ? null : likelyKeys(read.columns, read.count, preview.rows);
  }, [item?.id, preview]);
  if (item === undefined) return null;
  const { columns } = readOf(item).set;
  const setColumn = chosen.setColumn ?? likely?.set ?? -1;
  const tableColumn = chosen.tableColumn ?? likely?.table ?? -1;
  const isReady = setColumn >= 0 && tableColumn >= 0;
  return (
    <details class="data-group join-keys" open={isOnlyWay}>
      <summary>{t('keysTitle')}</summary>
      <p class="small">{t('keysIntro')}</p>
      <Choice
        label={t('keysSet')}
        value={item.id}
        choices={sets.map(({ id, look }) => [id, look.name])}
        onChange={(id) => {
          setSetId(id);
          setChosen({});
        }}
      />
      <Choice
        label={t('keysTableColumn')}
        value={String(tableColumn)}
        choices={[
          ['-1', t('keysChoose')],
          ...preview.columns.map(({ name }, at) => [String(at), plainLine(name)] as const),
        ]}
        onChange={(at) => setChosen({ ...chosen, tableColumn: Number(at) })}
      />
      <Choice
        label={t('keysSetColumn', { name: item.look.name })}
        value={String(setColumn)}
        choices={[['-1', t('keysChoose')], ...columns.map(({ name }, at) => [String(at), plainLine(name)] as const)]}
        onChange={(at) => setChosen({ ...chosen, setColumn: Number(at) })}
      />
      <p class="small muted">{t('keysFolds')}</p>
      <button
        type="button"
        class={isOnlyWay ? 'link-button primary' : 'link-button'}
        disabled={!isReady}
        onClick={() => onJoin({ setId: item.id, setColumn, tableColumn })}
      >
        {t('keysJoin', { name: item.look.name })}
      </button>
    </details>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label class="data-field">
      {props.label}
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
