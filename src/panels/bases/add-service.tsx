/** A map service by its address: what it offers is read, one of it chosen, its datum stated. */
import { useId, useState } from 'preact/hooks';
import { askService } from '../../data/services/capabilities.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { ServiceError, type ServiceFailure } from '../../domain/services/failure.ts';
import { useApp } from '../../state/app.ts';
import type { Basemaps } from '../../state/basemaps/basemaps.ts';
import { Note } from '../../ui/pieces.tsx';
import { Failed } from './failed.tsx';
import { firstChoice, isTileAddress, type Offer, refuseShifted, webAddress } from './service-entry.ts';
import { ServiceFields } from './service-fields.tsx';

interface Read {
  readonly address: string;
  readonly offer: Offer;
}

interface AddProps {
  readonly bases: Basemaps;
  /** It is kept, or as good as the device allows. */
  readonly onAdded: (basemap: Basemap, kept: boolean) => void;
}

async function offerOf(address: string): Promise<Offer> {
  refuseShifted(address);
  if (isTileAddress(address)) return { kind: 'tiles', address };
  const service = await askService(address);
  refuseShifted(service.address);
  if (service.kind === 'wmts')
    for (const { templates } of service.layers) for (const template of templates.values()) refuseShifted(template);
  return service;
}

export function AddService({ bases, onAdded }: AddProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<ServiceFailure | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const start = async (event: Event) => {
    event.preventDefault();
    const address = webAddress(typed);
    setWrong(address === null);
    setFailure(null);
    setRead(null);
    if (address === null) return;
    setReading(true);
    try {
      setRead({ address, offer: await offerOf(address) });
    } catch (error) {
      setFailure(error instanceof ServiceError ? error.failure : new ServiceError('no-capabilities', address).failure);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <form class="base-form" noValidate onSubmit={(event) => void start(event)}>
        <Note>{t('serviceLead')}</Note>
        <div class="field">
          <label for={id}>{t('serviceUrl')}</label>
          <input
            id={id}
            type="url"
            inputMode="url"
            placeholder="https://"
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${id}wrong` : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          {wrong && (
            <p id={`${id}wrong`} class="note note-warning" role="alert">
              {t('serviceUrlWrong')}
            </p>
          )}
        </div>
        <p class="actions">
          <button type="submit" class="link-button primary" disabled={typed.trim() === '' || reading}>
            {t(reading ? 'serviceReading' : 'serviceRead')}
          </button>
        </p>
        {failure !== null && <Failed failure={failure} origins={[new URL(typed.trim()).origin]} />}
      </form>
      {read !== null && (
        <ServiceFields
          key={read.address}
          {...read}
          first={firstChoice(read.offer, read.address)}
          onEntry={(entry) => onAdded(entry, bases.add(entry))}
        />
      )}
    </>
  );
}
