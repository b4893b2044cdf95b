/** A button that opens the system's choice of files. */
import { useId } from 'preact/hooks';
import './file-button.css';

interface FileButtonProps {
  readonly label: string;
  /** What the choice offers, as the attribute of the same name. */
  readonly accept: string;
  /** At least one. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  /** The class that gives the button its look; by default the one of the chief way in. */
  readonly look?: string;
  readonly title?: string;
}

export function FileButton({ label, accept, onFiles, multiple = false, look = 'file-chief', title }: FileButtonProps) {
  const id = useId();
  return (
    <span class="file-button">
      <input
        id={id}
        class="visually-hidden"
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label for={id} class={look} title={title}>
        {label}
      </label>
    </span>
  );
}
