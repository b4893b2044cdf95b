/** What a question is about: a circle around a place, an area, or an outline. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import { type Area, type Around, type Ask, LEAST_KM, lngLatOf } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { AreaOptions, areaValue, SiteOptions, valueArea } from './ask-options.tsx';
import { Corners } from './ask-outline.tsx';
import { AskOwn, ownShapes } from './ask-own.tsx';
import { Within } from './ask-within.tsx';

const KINDS = ['pin', 'site', 'place', 'area', 'polygon', 'own'] as const;
type AskKind = (typeof KINDS)[number];

function kindOf(ask: Ask | null): AskKind {
  if (ask === null) return 'pin';
  if (ask.kind !== 'radius') return ask.kind;
  return ask.around.entity === 'pin' || ask.around.entity === 'site' ? ask.around.entity : 'place';
}

export function AskWhere() {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const { plan, actions } = state;
  const ask = plan.ask.value;
  const kind = useSignal<AskKind>(kindOf(ask));
  const withinKm = useSignal(ask?.kind === 'radius' ? ask.withinKm : 5);
  // A question that came by link, Back or the map takes the form with it.
  useEffect(() => {
    if (ask === null) return;
    kind.value = kindOf(ask);
    if (ask.kind === 'radius') withinKm.value = ask.withinKm;
  }, [ask]);

  /** An outline that is still to be drawn can be drawn at once. */
  const chooseKind = (id: AskKind) => {
    kind.value = id;
    if (id !== 'polygon') plan.stopDrawing();
    else if (ask?.kind !== 'polygon' && map.value !== null) {
      plan.startDrawing('draw');
      if (narrow.value) actions.setSheet('peek');
    }
  };
  const around = (place: Around) => actions.setAsk({ kind: 'radius', around: place, withinKm: withinKm.value });
  const setWithin = (km: number) => {
    withinKm.value = km;
    if (ask?.kind === 'radius') actions.setAsk({ ...ask, withinKm: km });
  };
  const site = ask?.kind === 'radius' && ask.around.entity === 'site' ? ask.around.id : '';
  const place =
    ask?.kind === 'radius' && (ask.around.entity === 'town' || ask.around.entity === 'district') ? ask.around : null;
  const choosePlace = (value: string, then: (area: Area) => void) => {
    const area = valueArea(value);
    if (area !== null) then(area);
  };
  return (
    <div class="ask-where">
      <fieldset class="ask-kinds">
        <legend class="visually-hidden">{t('askWhere')}</legend>
        {KINDS.filter((id) => id !== 'own' || kind.value === 'own' || ownShapes(state).length > 0).map((id) => (
          <label key={id}>
            <input type="radio" name="ask-kind" checked={kind.value === id} onChange={() => chooseKind(id)} />
            {t(`askKind.${id}`)}
          </label>
        ))}
      </fieldset>
      {kind.value === 'pin' && (
        <Pin
          at={ask?.kind === 'radius' && ask.around.entity === 'pin' ? ask.around.at : null}
          onPin={(at) => around({ entity: 'pin', at })}
        />
      )}
      {kind.value === 'site' && (
        <label class="ask-field">
          {t('askSite')}
          <select
            value={site}
            onChange={(event) =>
              event.currentTarget.value !== '' && around({ entity: 'site', id: event.currentTarget.value })
            }
          >
            <option value="">{t('askChoose')}</option>
            <SiteOptions />
          </select>
        </label>
      )}
      {kind.value === 'place' && (
        <label class="ask-field">
          {t('askPlace')}
          <select
            value={place === null ? '' : areaValue(place)}
            onChange={(event) => choosePlace(event.currentTarget.value, around)}
          >
            <option value="">{t('askChoose')}</option>
            <AreaOptions districtLabel="askDistrictLabel" />
          </select>
        </label>
      )}
      {kind.value === 'place' && place?.entity === 'district' && (
        <Note>
          {t('askDistrictLabelNote', {
            district: t(`district.${DISTRICT_IDS.find((id) => id === place.id) ?? 'nanhai'}`),
          })}
        </Note>
      )}
      {kind.value === 'area' && (
        <label class="ask-field">
          {t('askArea')}
          <select
            value={ask?.kind === 'area' ? areaValue(ask.area) : ''}
            onChange={(event) =>
              choosePlace(event.currentTarget.value, (area) => actions.setAsk({ kind: 'area', area }))
            }
          >
            <option value="">{t('askChoose')}</option>
            <AreaOptions districtLabel="askDistrictWhole" />
          </select>
        </label>
      )}
      {(kind.value === 'pin' || kind.value === 'site' || kind.value === 'place') && (
        <Within km={withinKm.value} least={LEAST_KM} onChange={setWithin} />
      )}
      {kind.value === 'own' && <AskOwn ask={ask?.kind === 'own' ? ask : null} />}
      {kind.value === 'polygon' && plan.drawing.value === null && (
        <>
          <PolygonStart />
          <Corners ring={ask?.kind === 'polygon' ? ask.ring : []} />
        </>
      )}
    </div>
  );
}

function Pin({
  at,
  onPin,
}: {
  readonly at: readonly [number, number] | null;
  readonly onPin: (at: readonly [number, number]) => void;
}) {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const wrong = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const { pinning, setPinning } = state.plan;
  const submit = (event: Event) => {
    event.preventDefault();
    const [lng, lat, more] = (input.current?.value ?? '').trim().split(/[\s,，]+/);
    const pin = more === undefined ? lngLatOf(lng, lat) : null;
    wrong.value = pin === null;
    if (pin !== null) onPin(pin);
  };
  return (
    <form class="ask-pin" onSubmit={submit}>
      <button
        type="button"
        class="text-button"
        aria-pressed={pinning.value}
        disabled={map.value === null}
        onClick={() => {
          setPinning(!pinning.value);
          if (pinning.value && narrow.value) state.actions.setSheet('peek');
        }}
      >
        {t('askPinMap')}
      </button>
      <label class="ask-field">
        {t('askPinTyped')}
        <input
          ref={input}
          type="text"
          inputMode="decimal"
          placeholder="113.1200,23.0200"
          value={at === null ? '' : at.join(',')}
          aria-invalid={wrong.value}
        />
      </label>
      <button type="submit" class="text-button is-framed">
        {t('askGo')}
      </button>
      {pinning.value && <Note>{t('planPin')}</Note>}
      {wrong.value && (
        <p class="note note-warning" role="alert">
          {t('askPinWrong')}
        </p>
      )}
    </form>
  );
}

function PolygonStart() {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const { plan } = state;
  const begin = (mode: 'draw' | 'edit') => {
    plan.startDrawing(mode);
    if (narrow.value) state.actions.setSheet('peek');
  };
  const drawn = plan.ask.value?.kind === 'polygon';
  return (
    <p class="ask-tools">
      <button type="button" class="text-button is-framed" disabled={map.value === null} onClick={() => begin('draw')}>
        {t(drawn ? 'drawAnew' : 'draw')}
      </button>
      {drawn && (
        <button type="button" class="text-button is-framed" disabled={map.value === null} onClick={() => begin('edit')}>
          {t('drawEdit')}
        </button>
      )}
      {drawn && <LinkButton onClick={() => state.actions.setAsk(null)}>{t('drawDelete')}</LinkButton>}
    </p>
  );
}
