import { BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from 'docx'
import { GROUNDS } from './docx-text.ts'

const BLACK = '0B0C0C'

/** A heading: black, and never the last line of a page. Sizes are in half points. */
function heading(size: number, before: number) {
  return {
    run: { size, bold: true, color: BLACK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  }
}

/** The styles of a document, by which whoever edits it changes all of one kind at once. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Arial', size: 24, color: BLACK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 160, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(40, 0),
    heading2: heading(30, 320),
    listParagraph: { paragraph: { spacing: { after: 80 }, keepLines: true } },
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 22 },
      paragraph: { spacing: { after: 0, line: 252 } },
    },
    {
      id: 'Warning',
      name: 'Warning',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: {
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: GROUNDS.bad ?? '' },
        border: { left: { style: BorderStyle.SINGLE, size: 36, space: 8, color: 'CA3535' } },
      },
    },
    {
      id: 'Lines',
      name: 'Lines',
      basedOn: 'Normal',
      run: { font: 'Courier New', size: 20 },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
    {
      id: 'Gap',
      name: 'Gap',
      basedOn: 'Normal',
      run: { size: 8 },
      paragraph: { spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } },
    },
    {
      id: 'Foot',
      name: 'Foot',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 0 } },
    },
  ],
}
