import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html, jsonLd } from './html.ts'
import { elementsOf } from './html-check.ts'

describe('a template', () => {
  it('escapes what stands in its holes, and nothing twice', () => {
    const inner = html`<b>${'<&>'}</b>`
    expect(String(html`<p title="${`"'`}">${inner}</p>`)).toBe(
      '<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b></p>',
    )
  })

  it('writes lists one after the other and leaves out what is not there', () => {
    expect(String(html`${[html`<i>1</i>`, [undefined, false, 2]]}`)).toBe('<i>1</i>2')
  })

  it('keeps any text text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [element, ...others] = elementsOf(String(html`<p title="${text}">${text}</p>`))
        expect(others).toEqual([])
        expect(Object.keys(element?.attributes ?? {})).toEqual(['title'])
      }),
    )
  })
})

describe('a data block', () => {
  it('can hold any text and still ends where it should', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constant('</script><script>alert(1)</script>'), fc.constant('<!--')),
        (text) => {
          const [element, ...others] = elementsOf(String(jsonLd({ text })))
          expect(others).toEqual([])
          expect(JSON.parse(element?.text ?? '')).toEqual({ text })
        },
      ),
    )
  })
})
