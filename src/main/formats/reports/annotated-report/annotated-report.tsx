import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Contents, ExportRequest } from '../exporter.ts';
import { ClaimsSection } from './claims-section.tsx';
import { CodebookSection } from './codebook-section.tsx';
import { DocumentArticle } from './document-article.tsx';
import { EndnotesSection } from './endnotes-section.tsx';
import { Marking, SourceSummary, TableOfContents, TitleHeader, madeFrom } from './front-matter.tsx';
import { ReadingSection } from './reading-section.tsx';
import type { ReportProps } from './report.ts';
import { ScalesSection } from './scales-section.tsx';
import { SourcesSection } from './sources-section.tsx';
import { reportStyles } from './styles.ts';

// Nothing may be fetched and nothing may run, whatever a browser makes of the file.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The annotated report: one self-contained HTML file without scripts, for screen, paper and screen readers. It is a format of
 * its own, what PDF is printed from, and the preview.
 */
export function write(contents: Contents, request: ExportRequest): Uint8Array[] {
  const html = `<!DOCTYPE html>${renderToStaticMarkup(<Page report={{ contents, request }} />)}\n`;
  return [new TextEncoder().encode(html)];
}

function Page({ report }: ReportProps): ReactNode {
  const { caseRecord } = report.contents;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={report.request.generator} />
        <title>{caseRecord.name}</title>
        <style>{reportStyles(report)}</style>
      </head>
      <body>
        <TitleHeader report={report} />
        <main>
          <SourceSummary report={report} />
          <TableOfContents report={report} />
          <ReadingSection />
          <DocumentsSection report={report} />
          <ClaimsSection report={report} />
          <SourcesSection report={report} />
          <EndnotesSection report={report} />
          <CodebookSection report={report} />
          <ScalesSection report={report} />
        </main>
        <footer>
          <p>{madeFrom(report)}</p>
          <Marking report={report} />
        </footer>
      </body>
    </html>
  );
}

function DocumentsSection({ report }: ReportProps): ReactNode {
  return (
    <section id="documents" aria-labelledby="documents-title">
      <h2 id="documents-title">Documents</h2>
      {report.contents.documents.map((document, index) => (
        <DocumentArticle key={document.id} report={report} document={document} number={index + 1} />
      ))}
    </section>
  );
}
