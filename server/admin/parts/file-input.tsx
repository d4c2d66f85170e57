import { text } from '../text.ts';
import type { Ties } from './labelled.tsx';

interface FileInputProps {
  ties: Ties;
  accept: string;
  file: File | null;
  onFile: (file: File) => void;
}

/** One file from the disk, in the words of this program: the browser's own field lies over them, unseen. */
export function FileInput({ ties, accept, file, onFile }: FileInputProps) {
  const chosen = `${ties.id}-chosen`;
  return (
    <div class="file">
      <input
        {...ties}
        type="file"
        accept={accept}
        aria-describedby={[ties['aria-describedby'], chosen].filter(Boolean).join(' ')}
        onClick={(event) => {
          // Else the same file, corrected and chosen again, would be no change.
          event.currentTarget.value = '';
        }}
        onChange={(event) => {
          const [taken] = event.currentTarget.files ?? [];
          if (taken) onFile(taken);
        }}
      />
      <span class="button" aria-hidden="true">
        {text(file ? 'file.other' : 'file.choose')}
      </span>
      <span id={chosen}>{file ? file.name : text('file.none')}</span>
    </div>
  );
}
