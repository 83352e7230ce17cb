import { useLayoutEffect, type RefObject } from 'react'

/** Makes a textarea as high as its text, up to the `max-height` of its style. */
export function useGrownArea(area: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    // Where the style sheet can do it, it also follows the width.
    if (area.current && !CSS.supports('field-sizing', 'content')) grow(area.current)
  }, [area, text])
}

function grow(element: HTMLTextAreaElement) {
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
}
