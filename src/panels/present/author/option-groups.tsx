/** The options of a choice in the editor, group by group; what is chosen and no longer offered stays, said to be so. */
import type { MessageKey } from '../../../i18n/index.ts';
import { useApp } from '../../../state/app.ts';

interface OptionGroupsProps {
  readonly groups: readonly {
    readonly label: string;
    readonly options: readonly { readonly key: string; readonly label: string }[];
  }[];
  /** Key of what is chosen, where it may have been one of them; else null. */
  readonly chosen: string | null;
  /** What is said of one that is chosen and no longer offered. */
  readonly kept: MessageKey;
}

export function OptionGroups({ groups, chosen, kept }: OptionGroupsProps) {
  const { t } = useApp().i18n.value;
  const isOffered = groups.some(({ options }) => options.some(({ key }) => key === chosen));
  return (
    <>
      {chosen !== null && !isOffered && <option value={chosen}>{t(kept)}</option>}
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.options.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
