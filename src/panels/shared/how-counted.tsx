/** The way from a count to the page that says how it is made. */
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';

export function HowCounted() {
  const { state, i18n } = useApp();
  return (
    <LinkButton class="small how-counted no-print" onClick={() => state.actions.openView('counting')}>
      {i18n.value.t('howCounted')}
    </LinkButton>
  );
}
