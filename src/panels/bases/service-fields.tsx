/** What is chosen of a service that was read. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isDrawable } from '../../domain/basemap-refusal.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { refusalWords } from '../../state/basemaps/base-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { Failed } from './failed.tsx';
import {
  entryOf,
  firstGrid,
  gridOptions,
  layersOf,
  type Offer,
  SERVICE_DATUMS,
  type ServiceChoice,
  UNKNOWN_DATUM,
} from './service-entry.ts';

interface FieldsProps {
  readonly address: string;
  readonly offer: Offer;
  readonly first: ServiceChoice;
  readonly onEntry: (entry: Basemap) => void;
}

function foundWords({ t }: I18n, offer: Offer): string {
  if (offer.kind === 'tiles') return t('serviceFound.tiles');
  const { title, layers } = offer;
  return offer.kind === 'wmts'
    ? t('serviceFound.wmts', { title, n: layers.length })
    : t('serviceFound.wms', { title, n: layers.length, version: offer.version });
}

/** Null for a datum that fits. */
function datumProblem(i18n: I18n, { datum, label }: ServiceChoice): string | null {
  if (datum === UNKNOWN_DATUM) return i18n.t('serviceDatumAsk');
  return isDrawable(datum) ? null : refusalWords(i18n, label, { why: 'datum', datum });
}

export function ServiceFields({ address, offer, first, onEntry }: FieldsProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [choice, setChoice] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<ServiceChoice>) => {
    setChoice({ ...choice, ...part });
    setProblem(null);
  };
  const layers = layersOf(offer);
  const grids = gridOptions(offer, choice.layer);
  const drawable = offer.kind === 'tiles' || firstGrid(offer, choice.layer) !== null;
  const whole = [choice.datum, choice.label.trim(), choice.credit.trim()].every((part) => part !== '');
  const add = (event: Event) => {
    event.preventDefault();
    const found = datumProblem(i18n.value, choice);
    setProblem(found);
    if (found === null) onEntry(entryOf(offer, address, choice, `own-${Date.now().toString(36)}`));
  };
  return (
    <form class="base-form" onSubmit={add}>
      <p class="note note-quiet" role="status">
        {foundWords(i18n.value, offer)}
      </p>
      {layers.length > 0 && (
        <Choice
          label={t('serviceLayer')}
          value={choice.layer}
          options={layers.map(({ id, title }) => ({ value: id, label: title === id ? id : `${title} (${id})` }))}
          onChange={(layer) => {
            const title = layers.find(({ id }) => id === layer)?.title ?? layer;
            change({ layer, label: title, grid: firstGrid(offer, layer) ?? '' });
          }}
        />
      )}
      {drawable && grids.length > 0 && (
        <Choice
          label={t(offer.kind === 'wmts' ? 'serviceSet' : 'serviceSystem')}
          value={choice.grid}
          options={grids.map(({ id, crs }) => {
            const code = id === crs.code ? id : `${id}: ${crs.code}`;
            return { value: id, label: t(`serviceCrs.${crs.kind}`, { code }), disabled: crs.kind === 'other' };
          })}
          onChange={(grid) => change({ grid })}
        />
      )}
      {drawable ? (
        <Described choice={choice} change={change}>
          {problem !== null && (
            <p class="note note-warning" role="alert">
              {problem}
            </p>
          )}
          <p class="actions">
            <button type="submit" class="link-button primary" disabled={!whole}>
              {t('serviceAdd')}
            </button>
          </p>
        </Described>
      ) : (
        <Failed
          failure={
            new ServiceError('projection', address, { said: grids.map(({ crs }) => crs.code).join(', ') }).failure
          }
          origins={[]}
        />
      )}
    </form>
  );
}

/** What no capabilities say for sure. */
function Described({
  choice,
  change,
  children,
}: {
  readonly choice: ServiceChoice;
  readonly change: (part: Partial<ServiceChoice>) => void;
  readonly children: ComponentChildren;
}) {
  const { t } = useApp().i18n.value;
  return (
    <>
      <Choice
        label={t('serviceDatum')}
        value={choice.datum}
        options={[
          { value: '', label: t('serviceDatumChoose') },
          ...SERVICE_DATUMS.map((value) => ({ value, label: value })),
          { value: UNKNOWN_DATUM, label: t('serviceDatumUnknown') },
        ]}
        onChange={(datum) => change({ datum })}
        hint={t('serviceDatumHint')}
      />
      <Text label={t('serviceLabel')} value={choice.label} onText={(label) => change({ label })} />
      <Text
        label={t('serviceCredit')}
        value={choice.credit}
        hint={t('serviceCreditHint')}
        onText={(credit) => change({ credit })}
      />
      <Text label={t('serviceApproval')} value={choice.approval} onText={(approval) => change({ approval })} />
      {children}
    </>
  );
}

function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  const { label, value, hint, onText } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
