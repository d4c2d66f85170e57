import { spawnSync } from 'node:child_process';
import { installIfRoot, onPath } from './packages.ts';

const PACKAGES = {
  soffice: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
  poppler: ['poppler-utils'],
  // Metric-equal to Times New Roman, with the letters of Vietnamese: lines break where they break at the office.
  font: ['fonts-croscore'],
} as const;

/** Writer and Calc are parts of one program; each can be missing. */
function hasParts(): boolean {
  const listed = spawnSync(
    'sh',
    ['-c', 'ls /usr/lib/libreoffice/program/libswlo.so /usr/lib/libreoffice/program/libsclo.so'],
    {
      encoding: 'utf8',
    },
  );
  return listed.status === 0 || process.env.SOFFICE !== undefined;
}

function hasSerif(): boolean {
  const matched = spawnSync('fc-match', ['-f', '%{family}', 'Times New Roman'], { encoding: 'utf8' });
  return /Times New Roman|Tinos/.test(matched.stdout);
}

const missing = (): string[] => [
  ...(soffice() && hasParts() ? [] : PACKAGES.soffice),
  ...(onPath('pdftoppm') && onPath('pdftotext') ? [] : PACKAGES.poppler),
  ...(hasSerif() ? [] : PACKAGES.font),
];

function soffice(): string | null {
  return process.env.SOFFICE ?? onPath('soffice');
}

/**
 * Path of LibreOffice with Writer, Calc, a serif font with Vietnamese letters and the reader of PDF pages beside it; on Debian as root
 * what is missing is installed.
 * @throws Error that says what to install: the office tests are never skipped.
 */
export function findOffice(): string {
  installIfRoot(missing());
  const path = soffice();
  if (path && missing().length === 0) return path;
  throw new Error(
    `Office tests need LibreOffice Writer and Calc, poppler and a font like Times New Roman. Install them and run again:
  Debian, Ubuntu   sudo apt-get install -y ${Object.values(PACKAGES).flat().join(' ')}
  Fedora           sudo dnf install libreoffice-writer libreoffice-calc poppler-utils google-croscore-tinos-fonts
  elsewhere        set SOFFICE to the path of soffice, put pdftoppm and pdftotext on the path, install «Tinos»`,
  );
}
