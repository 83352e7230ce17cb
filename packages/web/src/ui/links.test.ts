import { describe, expect, it } from 'vitest'
import { piecesOf } from './links'

const linksOf = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? [])

describe('addresses in a text', () => {
  it('are found among words, and nothing is lost', () => {
    const text = 'Bkz. https://ornek.com.tr/a?b=1#c ve http://x.test.\nSon.'
    expect(linksOf(text)).toEqual(['https://ornek.com.tr/a?b=1#c', 'http://x.test/'])
    expect(
      piecesOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })

  it('end where the sentence goes on', () => {
    expect(linksOf('(https://a.test/x), https://a.test/y! “https://a.test/z”')).toEqual([
      'https://a.test/x',
      'https://a.test/y',
      'https://a.test/z',
    ])
    expect(linksOf("https://a.test/liste'ye ve https://b.test/liste’ye")).toEqual([
      'https://a.test/liste',
      'https://b.test/liste',
    ])
    expect(linksOf('https://a.test/Ada_(dil)')).toEqual(['https://a.test/Ada_(dil)'])
  })

  it('are web addresses and nothing else', () => {
    expect(linksOf('javascript:alert(1) data:text/html,x ftp://a.test file:///etc https:// http://.')).toEqual([])
  })

  it('do not hide behind letters that turn the direction', () => {
    expect(linksOf('https://a.test/\u202Etxt.exe')).toEqual(['https://a.test/'])
  })

  it('none, in an empty text', () => {
    expect(piecesOf('')).toEqual([])
    expect(piecesOf('a < b')).toEqual([{ text: 'a < b' }])
  })
})
