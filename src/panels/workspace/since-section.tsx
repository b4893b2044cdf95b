/** What of the register is new since an older version of it: as a list and on a map. */
import { useEffect, useState } from 'preact/hooks';
import { type FieldChange, registerChanges } from '../../analysis/register-changes.ts';
import type { RecordState, RegisterState } from '../../domain/schema/register-state.ts';
import { CLUSTER_OR_CROSS_IDS, KINDS, PRECISIONS, STATUSES } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { Workspace } from '../../state/workspace/workspace.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { faultWords } from './fault-words.ts';
import { SinceMap } from './since-map.tsx';

interface Compared {
  /** The file, or null for what this device saw. */
  readonly name: string | null;
  readonly older: RegisterState;
}

export function SinceSection({ workspace }: { readonly workspace: Workspace }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [seen, setSeen] = useState<RegisterState | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    void workspace.seenBefore().then(setSeen);
  }, []);
  const open = async (file: File) => {
    setFault(null);
    try {
      setCompared({ name: file.name, older: await workspace.olderRegister(file) });
    } catch (error) {
      setFault(faultWords(i18n.peek(), file.name, error));
    }
  };
  return (
    <>
      <p>{t('wsSinceLead')}</p>
      {seen !== null && (
        <p>
          <LinkButton onClick={() => setCompared({ name: null, older: seen })}>
            {t('wsSinceSeen', { data: seen.data })}
          </LinkButton>
        </p>
      )}
      {seen === null && <Note>{t('wsSinceUnseen')}</Note>}
      <FileButton
        look="text-button"
        label={t('wsSinceFile')}
        accept=".zip,.geojson,.json"
        onFiles={([file]) => file !== undefined && void open(file)}
      />
      {fault !== null && (
        <div role="alert">
          <Note tone="warning">{fault}</Note>
        </div>
      )}
      {compared !== null && <Changes compared={compared} />}
    </>
  );
}

function Changes({ compared: { name, older } }: { readonly compared: Compared }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { version, sites } = state.base;
  // The register itself: the user's corrections are not what is new of it.
  const changes = registerChanges(older, sites);
  const { added, gone, changed, unchanged } = changes;
  const goneWords = (leadsTo: string | null) => {
    const heir = state.siteById.value.get(leadsTo ?? '');
    return heir === undefined ? t('wsSinceGone') : t('wsSinceLeads', { name: i18n.value.name(heir) });
  };
  const counts = { added: added.length, gone: gone.length, changed: changed.length, unchanged };
  return (
    <>
      <p role="status">
        {t('wsSinceWhat', {
          what: name === null ? t('wsSinceDevice') : t('wsSinceNamed', { name }),
          data: older.data === '' ? t('wsSinceNoVersion') : older.data,
          now: version.data,
        })}{' '}
        {t('wsSinceCounts', counts)}
      </p>
      {name !== null && older.date === null && <Note>{t('wsSinceExport')}</Note>}
      {added.length + gone.length + changed.length > 0 && <SinceMap changes={changes} />}
      <ul class="ws-outcomes">
        {added.map((record) => (
          <Line key={record.id} record={record} open what={[t('wsSinceAdded')]} />
        ))}
        {changed.map(({ now, fields, movedM, placed }) => (
          <Line
            key={now.id}
            record={now}
            open
            what={[
              ...fields.map((change) => fieldWords(i18n.value, change)),
              ...(movedM === null ? [] : [t('wsSinceMoved', { distance: i18n.value.distance(movedM, movedM) })]),
              ...(placed === null ? [] : [t(placed === 'now' ? 'wsSincePlaced' : 'wsSinceUnplaced')]),
            ]}
          />
        ))}
        {gone.map(({ record, leadsTo }) => (
          <Line key={record.id} record={record} what={[goneWords(leadsTo)]} />
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly record: RecordState;
  readonly what: readonly string[];
  /** It is there now, and can be opened. */
  readonly open?: boolean;
}

function Line({ record, what, open = false }: LineProps) {
  const { state, i18n } = useApp();
  const { nameZh, nameEn } = record;
  const name = i18n.value.name({ nameZh, nameEn: nameEn ?? nameZh });
  return (
    <li>
      {open ? (
        <LinkButton onClick={() => state.actions.select({ entity: 'site', id: record.id })}>{name}</LinkButton>
      ) : (
        <strong>{name}</strong>
      )}
      {what.map((words) => (
        <p key={words} class="small">
          {words}
        </p>
      ))}
    </li>
  );
}

function fieldWords(i18n: I18n, { field, before, now }: FieldChange): string {
  const { t } = i18n;
  const value = (of: string | number | null) => (of === null ? t('wsSinceNone') : valueWords(i18n, field, of));
  return t('wsSinceField', { field: t(`wsField.${field}`), before: value(before), now: value(now) });
}

/** A value that this version does not know is shown as it is written. */
function valueWords({ t, date, number }: I18n, field: FieldChange['field'], of: string | number): string {
  const one = <T extends string>(all: readonly T[]) => all.find((each) => each === of);
  const [status, kind, cluster, precision] = [one(STATUSES), one(KINDS), one(CLUSTER_OR_CROSS_IDS), one(PRECISIONS)];
  if (field === 'status' && status !== undefined) return t(`status.${status}`);
  if (field === 'kind' && kind !== undefined) return t(`kind.${kind}`);
  if (field === 'precision' && precision !== undefined) return t(`precision.${precision}`);
  if (field === 'statusDate' && typeof of === 'string' && /^\d{4}(-\d\d){0,2}$/.test(of)) return date(of);
  if (field === 'radiusM' && typeof of === 'number') return t('wsMetres', { n: number(of) });
  if (field === 'industryCluster' && cluster !== undefined) return cluster === 'cross' ? t('cross') : cluster;
  return String(of);
}
