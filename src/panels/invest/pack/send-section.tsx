/** Sending the shortlist with its need: a link, its code, and a file that always carries the notes; and opening one. */
import { useId, useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { readShortlistFile, shortlistFile } from '../../../data/shortlist-file.ts';
import type { Site } from '../../../domain/site.ts';
import { formatAddress, parseAddress } from '../../../state/address/address.ts';
import { MOST_SHORTLISTED } from '../../../state/address/keys.ts';
import { useApp } from '../../../state/app.ts';
import { packNotes, type Shortlist } from '../../../state/invest/shortlist.ts';
import { today } from '../../../state/today.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { Note } from '../../../ui/pieces.tsx';
import { Qr, qrCode } from '../../../ui/qr.tsx';
import { hrefTo } from '../../reader/cite.tsx';
import { useCopy } from '../../shared/use-copy.ts';

/** Chat programs and mail cut longer addresses. */
const MOST_LINK = 2000;
const MOST_FILE = 2_000_000;
/** CSS pixels a side. */
const QR_PX = 200;

export function SendSection({ list, sites }: { readonly list: Shortlist; readonly sites: readonly Site[] }) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  const [withNotes, setWithNotes] = useState(false);
  const [saved, setSaved] = useState('');
  const { copied, copy, forget } = useCopy();
  const field = useId();
  const { need, weights, limits, compare } = state.invest;
  const own = list.notes.value;
  const notes = Object.fromEntries(sites.flatMap(({ id }) => (own[id] === undefined ? [] : [[id, own[id]]])));
  const has = Object.keys(notes).length > 0;
  const hrefWith = (noted: string | null) =>
    hrefTo(
      formatAddress({
        ...parseAddress('mode=invest&view=shortlist'),
        ...{ lang, need: need.value, weights: weights.value, limits: limits.value, compare: compare.value, noted },
        shortlist: sites.map(({ id }) => id),
      }),
    );
  const whole = has && withNotes ? hrefWith(packNotes(notes)) : hrefWith(null);
  const tooLong = whole.length > MOST_LINK && withNotes;
  const link = tooLong ? hrefWith(null) : whole;
  const save = () => {
    const { version } = state.base;
    const name = `foshan-224-shortlist-${today()}.json`;
    const content = shortlistFile({
      ...{ saved: today(), data: version.data },
      ...{ need: need.value, weights: weights.value, limits: limits.value },
      candidates: sites.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn, note: notes[id] ?? '' })),
    });
    download(name, content, 'application/json');
    setSaved(t('sendSaved', { name }));
  };
  return (
    <details class="pack-fold send no-print">
      <summary>{t('sendTitle')}</summary>
      <p class="small muted">{t('sendLead')}</p>
      {has && (
        <label class="switch">
          <input
            type="checkbox"
            checked={withNotes}
            onChange={() => {
              forget();
              setWithNotes(!withNotes);
            }}
          />
          {t('sendWithNotes')}
        </label>
      )}
      {tooLong && <Note tone="warning">{t('sendNotesLong', { n: whole.length, most: MOST_LINK })}</Note>}
      <div class="field">
        <label for={field}>{t('sendLink')}</label>
        <input id={field} type="text" readOnly value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
      </div>
      <div class="take-actions">
        <button type="button" class="text-button is-framed" onClick={() => copy(link)}>
          {t('sendCopy')}
        </button>
        <button type="button" class="text-button is-framed" onClick={save}>
          {t('sendFile')}
        </button>
      </div>
      <p class="small" role="status">
        {[copied === null ? '' : t(copied ? 'sendCopied' : 'sendCopyFailed'), saved]
          .filter((said) => said !== '')
          .join(' ')}
      </p>
      {qrCode(link) === null ? (
        <p class="small muted">{t('sendCodeLong')}</p>
      ) : (
        <Qr text={link} label={t('sendCode')} size={QR_PX} />
      )}
    </details>
  );
}

/** A list that was sent: it is looked at first, as that of a link is. */
export function OpenSent({ list }: { readonly list: Shortlist }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const [refused, refuse] = useState('');
  async function open(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    refuse('');
    const no = (reason: string) => refuse(t('openFileBad', { name: file.name, reason }));
    if (file.size > MOST_FILE) return no(t('openFileLarge', { mb: number(file.size / 1e6, 1) }));
    const sent = readShortlistFile(await file.text().catch(() => ''));
    if ('fault' in sent)
      return no(sent.fault === 'not-json' ? t('openFileNotJson') : t('openFileShape', { at: sent.at }));
    const known = sent.candidates.filter(({ id }) => state.siteById.peek().has(id)).slice(0, MOST_SHORTLISTED);
    if (known.length === 0) return no(t('openFileEmpty'));
    const { need, weights, limits } = sent;
    state.invest.ask({ need, weights, limits });
    list.offer({
      ids: [...new Set(known.map(({ id }) => id))],
      notes: Object.fromEntries(known.flatMap(({ id, note }) => (note === '' ? [] : [[id, note]]))),
    });
  }
  return (
    <>
      <FileButton
        label={t('openFile')}
        accept=".json,application/json"
        onFiles={([file]) => void open(file)}
        look="text-button is-framed"
      />
      {refused !== '' && <Note tone="warning">{refused}</Note>}
    </>
  );
}
