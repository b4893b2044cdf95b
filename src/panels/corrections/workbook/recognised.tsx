/** A file among the user's data that is the register, edited: it goes to the corrections by itself. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';
import type { ImportSession } from '../../../state/imports/import-session.ts';
import { useCorrecting } from '../use-correcting.ts';
import { openEdited } from './open-edited.ts';

export default function Recognised({ session, file }: { readonly session: ImportSession; readonly file: File }) {
  const { state, i18n } = useApp();
  const work = useCorrecting();
  useEffect(() => {
    session.cancel();
    void openEdited(state, work, file, i18n.peek());
    state.actions.openView('corrections');
  }, []);
  return <p role="status">{i18n.value.t('wbReading', { name: file.name })}</p>;
}
